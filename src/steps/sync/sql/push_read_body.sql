SELECT comm_communicationid, body FROM email_body ORDER BY comm_communicationid;
