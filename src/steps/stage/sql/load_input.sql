INSERT INTO input (kind, name, position) VALUES (?1, ?2, ?3) RETURNING id;
