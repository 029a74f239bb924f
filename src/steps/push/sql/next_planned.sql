SELECT communication_id, line_offset, line_size, is_update, hubspot_id, tries, payload_sha256, line, first_sent, look
FROM record
WHERE state = 'planned' AND type = ?1 AND action = ?2 AND communication_id > ?3 AND bundle_id = ?4
ORDER BY communication_id
LIMIT ?5
