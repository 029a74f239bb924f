INSERT INTO communication_link
	(comm_communicationid, person_id, company_id, input_id, line, byte_offset, byte_length)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
