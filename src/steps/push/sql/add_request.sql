INSERT INTO request (run_id, kind, type, record_count, began_at, began_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id
