INSERT INTO row_origin (comm_communicationid, input_id, line, byte_offset, byte_length, code_combination_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
