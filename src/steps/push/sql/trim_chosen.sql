DELETE FROM chosen WHERE communication_id NOT IN (SELECT communication_id FROM chosen ORDER BY communication_id LIMIT ?1)
