INSERT INTO rule_file (path, bytes) VALUES (?1, ?2);
