-- Of push.db: the record of communication ?1, and the request that wrote it last.
SELECT r.type AS activity, r.action, r.state, r.hubspot_id, r.tries, r.links, r.error_code, r.error_message AS error, r.done_at,
	q.id AS request, q.kind AS request_kind, q.began_at AS sent_at, q.ended, q.status AS http_status, q.correlation_id
FROM record r LEFT JOIN request q ON q.id = r.request_id
WHERE r.communication_id = ?1;
