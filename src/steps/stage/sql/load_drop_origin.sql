DELETE FROM row_origin WHERE comm_communicationid = ?1;
