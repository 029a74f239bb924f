-- The last push, and with it all pushes of its kind of the same bundle.
SELECT r.kind, r.bundle_id, j.portal, b.sha256, b.as_of, b.rule_set, b.record_count,
	(SELECT min(started_at) FROM run o WHERE o.bundle_id = r.bundle_id AND o.kind = r.kind),
	(SELECT max(coalesce(ended_at, started_at)) FROM run o WHERE o.bundle_id = r.bundle_id AND o.kind = r.kind),
	(SELECT count(*) FROM run o WHERE o.bundle_id = r.bundle_id AND o.kind = r.kind),
	(SELECT max(rate) FROM run o WHERE o.bundle_id = r.bundle_id AND o.kind = r.kind), r.message
FROM run r
JOIN bundle b ON b.id = r.bundle_id
JOIN journal j
WHERE r.command = 'push'
ORDER BY r.id DESC
LIMIT 1
