INSERT INTO input_column (input_id, position, header, column_name, extra) VALUES (?1, ?2, ?3, ?4, ?5);
