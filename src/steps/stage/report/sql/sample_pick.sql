-- Ten communications of type ?1 to check by eye: the first of each odd kind, then others spread evenly over the months. ?2: how many.
WITH odd (rank, id, why) AS (
	SELECT 1, min(id), 'in error: ' || error_message FROM ic_communication_master
	WHERE staging_status = 'error' AND +derived_activity_type = ?1 GROUP BY error_message
	UNION ALL
	SELECT CASE kind WHEN 'held' THEN 2 WHEN 'skipped' THEN 3 WHEN 'left_out' THEN 4 ELSE 5 END, min(comm_communicationid),
		replace(kind, '_', ' ') || ': ' || code
	FROM finding WHERE activity_type = ?1 GROUP BY kind, code
	UNION ALL
	SELECT 6, first_id, 'ends before it starts' FROM temp.report_count WHERE kind = 'end' AND activity = ?1 AND a = 'before'
	UNION ALL
	SELECT 7, min(first_id), 'leads to no HubSpot record' FROM temp.report_count WHERE kind = 'orphan' AND activity = ?1
	HAVING count(*) > 0
	UNION ALL
	SELECT 8, min(first_id), 'the other rule set makes it another type' FROM temp.report_code
	WHERE activity = ?1 AND activity <> other_activity AND other_reason <> 'held: no rule for these codes' HAVING count(*) > 0
	UNION ALL
	SELECT 9, min(first_id), 'neither subject nor note' FROM temp.report_count WHERE kind = 'content' AND activity = ?1
	HAVING count(*) > 0
	UNION ALL
	SELECT 10, first_id, 'the longest ' || a FROM temp.report_count WHERE kind = 'longest' AND activity = ?1 AND a <> 'email'
), month AS MATERIALIZED (
	SELECT first_id, a AS month, row_number() OVER (ORDER BY a) - 1 AS place, count(*) OVER () AS months
	FROM temp.report_count WHERE kind = 'month' AND activity = ?1
), spread (rank, id, why) AS (
	SELECT 20, first_id, 'one of ' || month FROM month WHERE place * ?2 / months <> (place - 1) * ?2 / months OR place = 0
	UNION ALL
	SELECT 21, id, 'one of the first' FROM (
		SELECT id FROM ic_communication_master WHERE derived_activity_type = ?1 ORDER BY id LIMIT ?2)
), chosen AS (
	SELECT id, min(rank) AS rank, why FROM (SELECT * FROM odd UNION ALL SELECT * FROM spread) WHERE id IS NOT NULL GROUP BY id
)
SELECT id, why FROM chosen ORDER BY rank, id LIMIT ?2;
