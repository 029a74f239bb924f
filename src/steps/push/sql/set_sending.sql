UPDATE record
SET state = 'sending', request_id = ?2, tries = tries + 1, first_sent = coalesce(first_sent, ?3)
WHERE communication_id = ?1 AND (state = 'planned' OR (state = 'unknown' AND action = 'update'))
