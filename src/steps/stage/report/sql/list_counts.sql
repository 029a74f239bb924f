-- The counts that the report shows by type, each with the first communication of them, for `hubstage explain`.
WITH counted (kind, activity, what, value, rows, first_id) AS (
	SELECT kind, activity, iif(a = '', 'nothing', a), b, rows, first_id FROM temp.report_count
	WHERE kind IN ('hour', 'association', 'end', 'content') AND rows > 0
	UNION ALL
	SELECT 'characters', activity, a, CASE b WHEN '0' THEN 'none' WHEN '1' THEN '1 to 50' WHEN '2' THEN '51 to 200'
		WHEN '3' THEN '201 to 500' WHEN '4' THEN '501 to 2000' WHEN '5' THEN '2001 to 10000' WHEN '6' THEN '10001 to 65536'
		ELSE 'over 65536' END, rows, first_id
	FROM temp.report_count WHERE kind = 'length' AND rows > 0
	UNION ALL
	SELECT 'value', 'calls', 'call_status', call_status, count(*), min(ic_communication_master_id) FROM ic_calls GROUP BY call_status
	UNION ALL
	SELECT 'value', 'calls', 'call_direction', call_direction, count(*), min(ic_communication_master_id) FROM ic_calls
	GROUP BY call_direction
	UNION ALL
	SELECT 'value', 'emails', 'email_send_status', email_send_status, count(*), min(ic_communication_master_id) FROM ic_emails
	GROUP BY email_send_status
	UNION ALL
	SELECT 'value', 'emails', 'email_direction', email_direction, count(*), min(ic_communication_master_id) FROM ic_emails
	GROUP BY email_direction
	UNION ALL
	SELECT 'value', 'meetings', 'meeting_outcome', meeting_outcome, count(*), min(ic_communication_master_id) FROM ic_meetings
	GROUP BY meeting_outcome
	UNION ALL
	SELECT 'value', 'tasks', 'task_status', task_status, count(*), min(ic_communication_master_id) FROM ic_tasks GROUP BY task_status
	UNION ALL
	SELECT 'value', 'tasks', 'task_priority', task_priority, count(*), min(ic_communication_master_id) FROM ic_tasks
	GROUP BY task_priority
	UNION ALL
	SELECT 'value', 'tasks', 'source_type', source_type, count(*), min(ic_communication_master_id) FROM ic_tasks GROUP BY source_type
	UNION ALL
	SELECT 'value', 'tasks', 'is_overdue', is_overdue, count(*), min(ic_communication_master_id) FROM ic_tasks GROUP BY is_overdue
	UNION ALL
	SELECT 'value', 'communications', 'channel_type', channel_type, count(*), min(ic_communication_master_id) FROM ic_communications
	GROUP BY channel_type
)
SELECT * FROM counted
ORDER BY kind, CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END, what, rows DESC, value;
