SELECT * FROM v_ic_notes_staging WHERE ic_communication_master_id = ?1;
