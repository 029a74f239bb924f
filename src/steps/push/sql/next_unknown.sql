-- With the wall clock's second in which the request in doubt began, and whether that was a create.
SELECT r.communication_id, line_offset, line_size, is_update, hubspot_id, tries, payload_sha256, line, first_sent, look,
	CAST(strftime('%s', q.began_at) AS INTEGER), r.action
FROM record r
LEFT JOIN request q ON q.id = r.request_id
WHERE r.state = 'unknown' AND r.type = ?1 AND r.communication_id > ?2
ORDER BY r.communication_id
LIMIT ?3
