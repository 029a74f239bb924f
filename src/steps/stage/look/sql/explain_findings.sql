SELECT kind, code, property, message FROM finding WHERE comm_communicationid = ?1 ORDER BY id;
