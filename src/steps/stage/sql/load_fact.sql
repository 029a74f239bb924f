INSERT INTO input_fact (input_id, name, value, evidence) VALUES (?1, ?2, ?3, ?4);
