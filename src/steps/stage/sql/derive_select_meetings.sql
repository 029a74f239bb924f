SELECT * FROM v_ic_meetings_staging WHERE ic_communication_master_id = ?1;
