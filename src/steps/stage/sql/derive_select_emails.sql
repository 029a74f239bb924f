SELECT * FROM v_ic_emails_staging WHERE ic_communication_master_id = ?1;
