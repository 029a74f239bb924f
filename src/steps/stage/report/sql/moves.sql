-- From which type to which the rows would move by the other rule set. by_rule: those of them that a rule there decides; the others
-- have codes that no rule there knows.
SELECT activity, other_activity, sum(rows) AS rows,
	ifnull(sum(rows) FILTER (WHERE other_reason <> 'held: no rule for these codes'), 0) AS by_rule,
	count(DISTINCT ifnull(comm_type, '') || char(31) || ifnull(comm_action, '')) AS pairs,
	min(first_id) AS first_id
FROM temp.report_code
WHERE activity <> other_activity
GROUP BY activity, other_activity
ORDER BY by_rule DESC, rows DESC, activity, other_activity;
