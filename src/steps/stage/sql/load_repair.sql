INSERT INTO repair (input_id, line, column_name, original) VALUES (?1, ?2, ?3, ?4);
