SELECT state, type, hubspot_id, payload_sha256, held_sha256, bundle_id, line_offset, is_update
FROM record
WHERE communication_id = ?1
