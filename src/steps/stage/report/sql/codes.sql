-- Comm_Type by Comm_Action: what they become, here and by the other rule set.
SELECT comm_type, comm_action, activity, other_activity, min(other_reason) AS other_reason, sum(rows) AS rows,
	min(first_id) AS first_id, ifnull(activity <> other_activity, 0) AS differs
FROM temp.report_code
GROUP BY comm_type, comm_action, activity, other_activity
ORDER BY (activity <> other_activity AND min(other_reason) <> 'held: no rule for these codes') IS TRUE DESC, sum(rows) DESC,
	comm_type, comm_action
LIMIT 40;
