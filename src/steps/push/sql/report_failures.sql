SELECT communication_id, type, state, coalesce(error_code, ''), coalesce(error_message, ''), is_update, line
FROM record
WHERE bundle_id = ?1 AND (state IN ('rejected', 'unknown', 'sending') OR links = 'missing')
ORDER BY communication_id
