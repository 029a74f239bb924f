SELECT error_message FROM receipt WHERE comm_communicationid = ?1 AND status = 'failed';
