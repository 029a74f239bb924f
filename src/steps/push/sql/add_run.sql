INSERT INTO run (command, kind, bundle_id, rate, started_at) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id
