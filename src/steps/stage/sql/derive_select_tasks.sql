SELECT * FROM v_ic_tasks_staging WHERE ic_communication_master_id = ?1;
