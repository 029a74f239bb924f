SELECT 1 FROM step WHERE name = ?1 AND state = 'done';
