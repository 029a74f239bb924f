-- Rows to look at, at most ?1 a type, the odd ones first: those that another rule or filter would treat in another way, those
-- with findings, the longest texts, the extreme dates; then others, spread over the file by a number made from the id. The
-- same file gives the same rows.
WITH weighed AS (
	SELECT m.id, m.derived_activity_type AS activity, m.staging_status, m.comm_datetime, o.input_id, o.line, o.code_combination_id,
		length(m.comm_note) AS note_length, length(m.comm_subject) AS subject_length,
		m.staging_status = 'error' AS is_error,
		EXISTS (SELECT 1 FROM communication_link l WHERE l.comm_communicationid = m.id) AS has_links,
		EXISTS (SELECT 1 FROM email_body b WHERE b.comm_communicationid = m.id) AS has_long_body,
		CASE WHEN m.derived_activity_type = 'tasks' AND r.task_due = 'comm_datetime'
			THEN m.comm_datetime < m.comm_todatetime ELSE m.comm_todatetime < m.comm_datetime END AS is_backwards,
		m.is_orphaned,
		row_number() OVER (PARTITION BY m.derived_activity_type ORDER BY length(m.comm_note) DESC, m.id) AS note_rank,
		row_number() OVER (PARTITION BY m.derived_activity_type ORDER BY m.comm_datetime, m.id) AS first_rank,
		row_number() OVER (PARTITION BY m.derived_activity_type ORDER BY m.comm_datetime DESC, m.id) AS last_rank,
		row_number() OVER (PARTITION BY o.code_combination_id ORDER BY m.id) AS code_rank,
		(m.id * 2654435761) % 4294967296 AS spread
	FROM ic_communication_master m JOIN row_origin o ON o.comm_communicationid = m.id CROSS JOIN this_run r
),
reasoned AS (
	SELECT w.*,
		(SELECT min(CASE kind WHEN 'held' THEN 1 WHEN 'skipped' THEN 2 WHEN 'left_out' THEN 3 WHEN 'flagged' THEN 4 ELSE 5 END)
			FROM finding f WHERE f.comm_communicationid = w.id) AS finding_rank,
		(SELECT group_concat(DISTINCT code) FROM finding f WHERE f.comm_communicationid = w.id) AS codes
	FROM weighed w
),
ranked AS (
	SELECT r.*,
		CASE
			WHEN is_error THEN 'in error'
			WHEN codes IS NOT NULL THEN codes
			WHEN code_rank = 1 THEN 'first of its codes'
			WHEN has_links THEN 'several rows'
			WHEN is_backwards THEN 'ends before it starts'
			WHEN is_orphaned THEN 'on no record'
			WHEN has_long_body THEN 'long body'
			WHEN note_rank = 1 AND note_length > 0 THEN 'longest note'
			WHEN first_rank = 1 THEN 'earliest'
			WHEN last_rank = 1 THEN 'latest'
		END AS why,
		-- of each kind of oddity the first few, before more of the same
		row_number() OVER (PARTITION BY activity, CASE WHEN is_error THEN 'e' WHEN codes IS NOT NULL THEN codes
			WHEN code_rank = 1 THEN 'c' WHEN has_links THEN 'l' WHEN is_backwards THEN 'b' WHEN is_orphaned THEN 'o'
			WHEN has_long_body THEN 'y'
			WHEN note_rank = 1 AND note_length > 0 THEN 'n' WHEN first_rank = 1 THEN 'f' WHEN last_rank = 1 THEN 't' END
			ORDER BY spread, id) AS nth
	FROM reasoned r
),
chosen AS (
	SELECT *, row_number() OVER (PARTITION BY activity ORDER BY why IS NULL, CASE WHEN why IS NULL THEN 0 ELSE nth END,
		NOT is_error, coalesce(finding_rank, 9), spread, id) AS place
	FROM ranked
)
SELECT c.activity, c.id, i.name || ':' || c.line AS place, k.rule_position AS rule, k.comm_type AS type, k.comm_action AS action,
	k.comm_status AS status, c.comm_datetime AS date, c.subject_length, c.note_length,
	CASE WHEN c.is_orphaned THEN 0 ELSE 1 END AS has_record, coalesce(c.why, '-') AS why
FROM chosen c
JOIN input i ON i.id = c.input_id
JOIN code_combination k ON k.id = c.code_combination_id
WHERE c.place <= ?1
ORDER BY CASE c.activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END, c.place;
