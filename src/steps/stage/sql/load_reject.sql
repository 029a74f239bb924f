INSERT INTO reject (input_id, line, byte_offset, byte_length, column_name, code, message, raw)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
