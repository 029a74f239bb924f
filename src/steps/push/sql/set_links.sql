UPDATE record
SET links = ?2, error_code = CASE WHEN ?3 IS NULL THEN error_code ELSE 'ASSOCIATION' END, error_message = coalesce(?3, error_message)
WHERE communication_id = ?1
