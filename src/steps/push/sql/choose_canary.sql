-- The odd ones first: of each type and number of associations the longest line, then the second longest ...
INSERT INTO chosen (communication_id)
SELECT communication_id
FROM (SELECT communication_id, type,
		row_number() OVER (PARTITION BY type ORDER BY turn, link_count, communication_id) AS place
	FROM (SELECT communication_id, type, link_count,
			row_number() OVER (PARTITION BY type, link_count ORDER BY line_size DESC, communication_id) AS turn
		FROM record
		WHERE state = 'planned' AND bundle_id = ?1))
WHERE place <= ?2
