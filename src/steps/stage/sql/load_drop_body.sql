DELETE FROM email_body WHERE comm_communicationid = ?1;
