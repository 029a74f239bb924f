-- The values that the derived tables hold in their enumerations. Calls and e-mails are read once; the others have indexes.
WITH call AS MATERIALIZED (
	SELECT call_direction, call_status, count(*) AS rows FROM ic_calls GROUP BY call_direction, call_status
), email AS MATERIALIZED (
	SELECT email_direction, email_send_status, count(*) AS rows FROM ic_emails GROUP BY email_direction, email_send_status
), value (activity, position, property, value, rows) AS (
	SELECT 'calls', 1, 'call_status', call_status, sum(rows) FROM call GROUP BY call_status
	UNION ALL SELECT 'calls', 2, 'call_direction', call_direction, sum(rows) FROM call GROUP BY call_direction
	UNION ALL SELECT 'emails', 3, 'email_send_status', email_send_status, sum(rows) FROM email GROUP BY email_send_status
	UNION ALL SELECT 'emails', 4, 'email_direction', email_direction, sum(rows) FROM email GROUP BY email_direction
	UNION ALL SELECT 'meetings', 5, 'meeting_outcome', meeting_outcome, count(*) FROM ic_meetings GROUP BY meeting_outcome
	UNION ALL SELECT 'tasks', 6, 'task_status', task_status, count(*) FROM ic_tasks GROUP BY task_status
	UNION ALL SELECT 'tasks', 7, 'task_priority', task_priority, count(*) FROM ic_tasks GROUP BY task_priority
	UNION ALL SELECT 'tasks', 8, 'source_type', source_type, count(*) FROM ic_tasks GROUP BY source_type
	UNION ALL SELECT 'tasks', 9, 'is_overdue', is_overdue, count(*) FROM ic_tasks GROUP BY is_overdue
	UNION ALL SELECT 'communications', 10, 'channel_type', channel_type, count(*) FROM ic_communications GROUP BY channel_type
)
SELECT activity, property, CASE property WHEN 'is_overdue' THEN iif(value, 'overdue', 'not overdue') ELSE value END AS value, rows
FROM value
ORDER BY position, rows DESC, value;
