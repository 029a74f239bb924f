SELECT communication_id, line_offset, line_size, is_update, hubspot_id, tries, payload_sha256, line, first_sent, look
FROM record
WHERE links = ?1 AND type = ?2 AND communication_id > ?3 AND bundle_id = ?4 AND hubspot_id IS NOT NULL
	AND state IN ('created', 'updated')
ORDER BY communication_id
LIMIT ?5
