-- From which type to which the rows would move by the other rule set.
SELECT activity, other_activity, sum(rows) AS rows, count(DISTINCT ifnull(comm_type, '') || char(31) || ifnull(comm_action, '')) AS pairs,
	min(first_id) AS first_id
FROM temp.report_code
WHERE activity <> other_activity
GROUP BY activity, other_activity
ORDER BY rows DESC, activity, other_activity;
