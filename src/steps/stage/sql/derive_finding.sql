INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT DO NOTHING; -- two entries of one list may be no address: the first is told
