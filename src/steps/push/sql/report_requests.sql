WITH answered AS (
	SELECT kind, latency_us, row_number() OVER (PARTITION BY kind ORDER BY latency_us) AS place,
		count(*) OVER (PARTITION BY kind) AS total
	FROM request
	WHERE ended = 'answered' AND run_id IN (SELECT id FROM run WHERE bundle_id = ?1 AND kind = ?2)),
latency AS (
	SELECT kind, avg(latency_us) / 1000.0 AS mean, max(CASE WHEN place = (total + 1) / 2 THEN latency_us END) / 1000.0 AS half,
		max(CASE WHEN place = (total * 95 + 99) / 100 THEN latency_us END) / 1000.0 AS most_of,
		max(latency_us) / 1000.0 AS longest
	FROM answered
	GROUP BY kind)
SELECT q.kind, count(*), sum(q.ended = 'answered' AND q.status BETWEEN 200 AND 299), sum(q.status IS 429),
	sum(q.ended IS NOT 'answered'), sum(q.record_count), l.mean, l.half, l.most_of, l.longest
FROM request q
LEFT JOIN latency l ON l.kind = q.kind
WHERE q.run_id IN (SELECT id FROM run WHERE bundle_id = ?1 AND kind = ?2)
GROUP BY q.kind
ORDER BY q.kind
