UPDATE record
SET state = 'planned', tries = 0, look = 1
WHERE state = 'rejected' AND bundle_id = ?1 AND (action = 'update' OR hubspot_id IS NULL) AND line_size > 0
