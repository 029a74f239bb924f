UPDATE record
SET state = 'rejected', look = 0, error_code = ?2, error_message = ?3, done_at = ?4
WHERE communication_id = ?1
