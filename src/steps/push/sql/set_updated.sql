UPDATE record
SET state = 'updated', look = 0, held_sha256 = payload_sha256, links = CASE WHEN link_count > 0 THEN 'planned' END,
	error_code = NULL, error_message = NULL, hubspot_updated_at = ?2, done_at = ?3
WHERE communication_id = ?1
