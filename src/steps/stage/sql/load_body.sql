INSERT INTO email_body (comm_communicationid, body) VALUES (?1, ?2);
