-- Where a derived value was not in the source: what it is then, why, how often, and the first communication of them. The words of
-- codes that no synonym knows are listed one by one.
WITH target (position, activity, property, source) AS (
	VALUES (1, 'calls', 'call_direction', 'comm_action'), (2, 'calls', 'call_status', 'comm_status'),
		(3, 'emails', 'email_direction', 'comm_action'), (4, 'emails', 'email_send_status', 'comm_status'),
		(5, 'meetings', 'meeting_outcome', 'comm_status'), (6, 'tasks', 'task_status', 'comm_status'),
		(7, 'tasks', 'task_priority', 'comm_priority'), (8, 'communications', 'channel_type', 'comm_type')
), made (position, activity, property, value, why, kind, a, b) AS (
	VALUES (11, 'calls', 'call_title', 'Call - and the name', 'no subject', 'length', 'subject', '0'),
		(12, 'emails', 'email_subject', 'Email - No Subject', 'no subject', 'length', 'subject', '0'),
		(13, 'meetings', 'meeting_name', 'Meeting with and the name', 'no subject', 'length', 'subject', '0'),
		(14, 'meetings', 'meeting_end_time', 'one hour after the start', 'no end', 'end', 'missing', NULL),
		(15, 'notes', 'note_body', 'Note (no content)', 'no subject and no note', 'content', 'nothing', NULL),
		(16, 'tasks', 'task_title', 'Task - and the name', 'no subject', 'length', 'subject', '0'),
		(17, 'tasks', 'due_date', 'one day after the start', 'no end', 'end', 'missing', NULL),
		(18, 'communications', 'communication_body', 'Message', 'no subject and no note', 'content', 'nothing', NULL),
		(19, 'postal_mail', 'postal_mail_body', 'Postal mail sent', 'no subject and no note', 'content', 'nothing', NULL)
), used AS (
	SELECT t.position, t.activity, t.property,
		(SELECT value FROM rule_value WHERE target = t.property AND source = '*') AS value,
		CASE WHEN w.b IS NULL THEN 'no ' || t.source ELSE t.source || ' is ''' || w.b || '''' END AS why, w.rows, w.first_id
	FROM target t
	JOIN temp.report_count w ON w.kind = 'word' AND w.activity = t.activity AND w.a = t.source
	WHERE NOT EXISTS (SELECT 1 FROM rule_value v WHERE v.target = t.property AND v.source <> '*'
		AND v.source = lower(trim(ifnull(w.b, ''), char(9, 10, 11, 12, 13, 32, 160))))
	UNION ALL
	SELECT m.position, m.activity, m.property, m.value, m.why, c.rows, c.first_id
	FROM made m
	JOIN temp.report_count c ON c.kind = m.kind AND c.activity = m.activity AND c.a = m.a AND c.b IS m.b
	UNION ALL
	SELECT 20, 'emails', 'email_from_address', 'the placeholder', 'no sender''s address', count(*), min(ic_communication_master_id)
	FROM ic_emails WHERE email_from_address = (SELECT placeholder_from FROM this_run)
	UNION ALL
	SELECT 21, 'emails', 'email_to_address', 'the placeholder', 'no recipient''s address', count(*), min(ic_communication_master_id)
	FROM ic_emails WHERE email_to_address = (SELECT placeholder_to FROM this_run)
)
SELECT activity, property, value, why, rows, first_id FROM (
	SELECT *, row_number() OVER (PARTITION BY activity, property ORDER BY rows DESC, why) AS place FROM used WHERE rows > 0)
WHERE place <= 12
ORDER BY CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END, position, rows DESC, why;
