-- Rows to look at, at most ?1 a type, the odd ones first: those that another rule or filter would treat in another way, those
-- with findings, the longest rows, the extreme dates; then others, spread over the file by a number made from the id. The
-- same file gives the same rows. Texts are read of the chosen rows only: how long a row is, its bytes in the file tell.
WITH light AS MATERIALIZED (
	SELECT m.id, c.activity_type AS activity, o.code_combination_id, o.byte_length, m.comm_datetime,
		m.staging_status = 'error' AS is_error,
		CASE WHEN c.activity_type = 'tasks' AND r.task_due = 'comm_datetime'
			THEN m.comm_datetime < m.comm_todatetime ELSE m.comm_todatetime < m.comm_datetime END AS is_backwards,
		m.is_orphaned AND m.id IN (SELECT id FROM v_on_no_record) AS is_on_no_record
	FROM row_origin o
	CROSS JOIN ic_communication_master m ON m.id = o.comm_communicationid
	JOIN code_combination c ON c.id = o.code_combination_id
	CROSS JOIN this_run r
),
-- Every reason to look at a row, and none; beside max() and min() a column is that of the row with the extreme.
reason (id, activity, weight, why, kind) AS (
	SELECT id, activity, 1, 'in error', 9 FROM light WHERE is_error
	UNION ALL
	SELECT f.comm_communicationid, c.activity_type, 2, group_concat(DISTINCT f.code),
		min(CASE f.kind WHEN 'held' THEN 1 WHEN 'skipped' THEN 2 WHEN 'left_out' THEN 3 WHEN 'flagged' THEN 4 ELSE 5 END)
	FROM finding f
	JOIN row_origin o ON o.comm_communicationid = f.comm_communicationid
	JOIN code_combination c ON c.id = o.code_combination_id
	GROUP BY f.comm_communicationid
	UNION ALL
	SELECT min(id), activity, 3, 'first with these codes', 9 FROM light GROUP BY code_combination_id
	UNION ALL
	SELECT o.comm_communicationid, c.activity_type, 4, 'several rows', 9
	FROM communication_link l
	JOIN row_origin o ON o.comm_communicationid = l.comm_communicationid
	JOIN code_combination c ON c.id = o.code_combination_id
	UNION ALL SELECT id, activity, 5, 'ends before it starts', 9 FROM light WHERE is_backwards
	UNION ALL SELECT id, activity, 6, 'on no record', 9 FROM light WHERE is_on_no_record
	UNION ALL
	SELECT o.comm_communicationid, c.activity_type, 7, 'long body', 9
	FROM email_body b
	JOIN row_origin o ON o.comm_communicationid = b.comm_communicationid
	JOIN code_combination c ON c.id = o.code_combination_id
	UNION ALL
	SELECT id, activity, 8, 'longest row', 9 FROM (SELECT id, activity, max(byte_length) FROM light GROUP BY activity)
	UNION ALL
	SELECT id, activity, 9, 'earliest', 9 FROM (SELECT id, activity, min(comm_datetime) FROM light GROUP BY activity)
	UNION ALL
	SELECT id, activity, 10, 'latest', 9 FROM (SELECT id, activity, max(comm_datetime) FROM light GROUP BY activity)
	UNION ALL
	SELECT id, activity, 11, NULL, 9 FROM light
),
strongest AS (
	SELECT id, activity, why, kind, min(weight) AS weight, (id * 2654435761) % 4294967296 AS spread FROM reason GROUP BY id
),
-- of each kind of oddity the first few, before more of the same
ranked AS (
	SELECT *, row_number() OVER (PARTITION BY activity, why ORDER BY spread, id) AS nth FROM strongest
),
chosen AS (
	SELECT id, activity, why, row_number() OVER (PARTITION BY activity
		ORDER BY why IS NULL, nth, weight <> 1, kind, spread, id) AS place
	FROM ranked
	WHERE nth <= ?1
)
SELECT c.activity, c.id, i.name || ':' || o.line AS place, k.rule_position AS rule, m.comm_type AS type, m.comm_action AS action,
	m.comm_status AS status, m.comm_datetime AS date, length(m.comm_subject) AS subject_length, length(m.comm_note) AS note_length,
	m.id NOT IN (SELECT id FROM v_on_no_record) AS has_record, coalesce(c.why, '-') AS why
FROM chosen c
JOIN ic_communication_master m ON m.id = c.id
JOIN row_origin o ON o.comm_communicationid = c.id
JOIN input i ON i.id = o.input_id
JOIN code_combination k ON k.id = o.code_combination_id
WHERE c.place <= ?1
ORDER BY CASE c.activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END, c.place;
