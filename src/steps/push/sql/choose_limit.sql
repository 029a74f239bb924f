INSERT INTO chosen (communication_id)
SELECT communication_id FROM record WHERE state = 'planned' AND bundle_id = ?1 ORDER BY communication_id LIMIT ?2
