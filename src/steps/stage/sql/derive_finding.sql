INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
