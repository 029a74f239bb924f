-- gate: derivation_required_tasks
-- The rows of ic_tasks without one of their required columns, and which.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_required_tasks' AND NOT passed)
SELECT d.id, d.empty_columns
FROM failed CROSS JOIN (
	SELECT ic_communication_master_id AS id,
		ltrim(iif(coalesce(activity_date, '') = '', ', activity_date', '')
			|| iif(coalesce(task_title, '') = '', ', task_title', '')
			|| iif(coalesce(due_date, '') = '', ', due_date', ''), ', ')
			AS empty_columns
	FROM ic_tasks) d
WHERE d.empty_columns <> ''
ORDER BY d.id
LIMIT 20;
