UPDATE request
SET ended = ?2, status = ?3, correlation_id = ?4, latency_us = ?5, message = ?6, began_us = coalesce(?7, began_us)
WHERE id = ?1
