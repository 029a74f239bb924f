INSERT OR IGNORE INTO missing_link (communication_id, to_type, to_id) VALUES (?1, ?2, ?3)
