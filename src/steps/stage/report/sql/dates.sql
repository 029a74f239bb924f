-- The end against the start, per type.
SELECT activity,
	ifnull(sum(rows) FILTER (WHERE a = 'missing'), 0) AS no_end,
	ifnull(sum(rows) FILTER (WHERE a = 'before'), 0) AS end_before_start,
	ifnull(sum(rows) FILTER (WHERE a = 'at'), 0) AS end_at_start,
	ifnull(sum(rows) FILTER (WHERE a = 'after'), 0) AS end_after_start,
	max(first_id) FILTER (WHERE a = 'before') AS first_id
FROM temp.report_count
WHERE kind = 'end'
GROUP BY activity
ORDER BY CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END;
