-- Codes that values.csv does not list: HubSpot gets the default of its target for them, or nothing.
WITH target (activity, name, col) AS (
	VALUES ('calls', 'call_direction', 'action'), ('calls', 'call_status', 'status'),
		('emails', 'email_direction', 'action'), ('emails', 'email_send_status', 'status'),
		('meetings', 'meeting_outcome', 'status'), ('tasks', 'task_status', 'status'),
		('tasks', 'task_priority', 'priority'), ('communications', 'channel_type', 'type')
),
code AS (
	SELECT p.id, t.activity, t.name, t.col,
		CASE t.col WHEN 'type' THEN p.comm_type WHEN 'action' THEN p.comm_action WHEN 'status' THEN p.comm_status
			ELSE p.comm_priority END AS value
	FROM profile_code p
	JOIN code_combination k ON k.id = p.code_combination_id
	JOIN target t ON t.activity = k.activity_type
	WHERE k.decision <> 'skip' AND NOT (t.col = 'action' AND k.direction IS NOT NULL)
		AND NOT (t.col = 'status' AND k.activity_status IS NOT NULL)
)
SELECT c.col AS column, c.value, c.activity, c.name AS target, v.value AS becomes, count(*) AS rows, min(r.line) AS line
FROM code c
JOIN profile_row r ON r.code = c.id
LEFT JOIN rule_value v ON v.target = c.name AND v.source = '*'
WHERE NOT EXISTS (SELECT 1 FROM rule_value x WHERE x.target = c.name AND x.source <> '*'
	AND x.source = lower(trim(ifnull(c.value, ''), char(9, 10, 11, 12, 13, 32, 160))))
GROUP BY c.col, c.value, c.activity, c.name, v.value
ORDER BY count(*) DESC, c.col, c.value, c.activity;
