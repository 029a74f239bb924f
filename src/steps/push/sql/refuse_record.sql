-- A line that must not be sent at all, because of what the journal knows.
UPDATE record SET state = 'rejected', error_code = ?2, error_message = ?3, done_at = ?4 WHERE communication_id = ?1
