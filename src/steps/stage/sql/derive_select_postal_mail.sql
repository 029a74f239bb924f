SELECT * FROM v_ic_postal_mail_staging WHERE ic_communication_master_id = ?1;
