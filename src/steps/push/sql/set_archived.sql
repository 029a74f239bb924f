UPDATE record
SET state = 'archived', archived_id = hubspot_id, hubspot_id = NULL, held_sha256 = NULL, is_ours = 0, links = NULL,
	error_code = NULL, error_message = NULL, done_at = ?2
WHERE communication_id = ?1
