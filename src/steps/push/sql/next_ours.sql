-- What rollback may archive.
SELECT communication_id, line_offset, line_size, is_update, hubspot_id, tries, payload_sha256, line, first_sent, look,
	hubspot_updated_at
FROM record
WHERE state IN ('created', 'updated') AND is_ours AND hubspot_id IS NOT NULL AND type = ?1 AND communication_id > ?2
ORDER BY communication_id
LIMIT ?3
