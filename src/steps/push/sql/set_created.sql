UPDATE record
SET state = 'created', look = 0, hubspot_id = ?2, is_ours = ?3, held_sha256 = CASE WHEN ?3 THEN payload_sha256 END,
	links = CASE WHEN link_count > 0 AND ?3 THEN 'sent' END, error_code = ?7, error_message = ?8,
	hubspot_created_at = ?4, hubspot_updated_at = ?5, done_at = ?6
WHERE communication_id = ?1
