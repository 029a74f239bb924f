SELECT r.communication_id, line_offset, line_size, is_update, hubspot_id, tries, payload_sha256, line, first_sent, look
FROM chosen c
JOIN record r ON r.communication_id = c.communication_id
WHERE r.state = 'planned' AND r.type = ?1 AND r.action = ?2 AND c.communication_id > ?3 AND r.bundle_id = ?4
ORDER BY c.communication_id
LIMIT ?5
