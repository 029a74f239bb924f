SELECT * FROM v_ic_communications_staging WHERE ic_communication_master_id = ?1;
