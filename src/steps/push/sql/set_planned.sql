UPDATE record
SET state = 'planned', look = ?2, error_code = ?3, error_message = ?4
WHERE communication_id = ?1
