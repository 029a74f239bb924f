INSERT INTO run_result (run_id, result) VALUES (?1, ?2);
