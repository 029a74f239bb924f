-- Every pair of Comm_Type and Comm_Action, with what it becomes here and by the other rule set.
SELECT comm_type, comm_action, activity, other_activity, other_reason, sum(rows) AS rows, min(first_id) AS first_id
FROM temp.report_code
GROUP BY comm_type, comm_action, activity, other_activity, other_reason
ORDER BY comm_type, comm_action, activity, other_activity, other_reason;
