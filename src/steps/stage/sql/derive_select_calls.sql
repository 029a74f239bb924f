SELECT * FROM v_ic_calls_staging WHERE ic_communication_master_id = ?1;
