-- Every type, in the order in which they always stand. new + changed: its lines in the bundle.
WITH type (position, name) AS (
	VALUES (1, 'calls'), (2, 'emails'), (3, 'meetings'), (4, 'notes'), (5, 'tasks'), (6, 'communications'), (7, 'postal_mail')
), derived (name, rows, pushed) AS (
	SELECT 'calls', (SELECT count(*) FROM ic_calls), (SELECT count(*) FROM ic_calls WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'emails', (SELECT count(*) FROM ic_emails), (SELECT count(*) FROM ic_emails WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'meetings', (SELECT count(*) FROM ic_meetings),
		(SELECT count(*) FROM ic_meetings WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'notes', (SELECT count(*) FROM ic_notes), (SELECT count(*) FROM ic_notes WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'tasks', (SELECT count(*) FROM ic_tasks), (SELECT count(*) FROM ic_tasks WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'communications', (SELECT count(*) FROM ic_communications),
		(SELECT count(*) FROM ic_communications WHERE api_push_status = 'pushed')
	UNION ALL SELECT 'postal_mail', (SELECT count(*) FROM ic_postal_mail),
		(SELECT count(*) FROM ic_postal_mail WHERE api_push_status = 'pushed')
), found AS MATERIALIZED (
	SELECT activity_type,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'held') AS held,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'held'
			AND comm_communicationid IN (SELECT comm_communicationid FROM v_in_hubspot)) AS held_pushed,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'skipped') AS skipped,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'changed' AND comm_communicationid NOT IN (
			SELECT comm_communicationid FROM finding WHERE kind = 'held')) AS changed
	FROM finding GROUP BY activity_type
), counted AS MATERIALIZED (
	SELECT activity,
		sum(rows) FILTER (WHERE kind = 'association') AS rows,
		sum(rows) FILTER (WHERE kind = 'association' AND instr(a, 'contact')) AS with_contact,
		sum(rows) FILTER (WHERE kind = 'association' AND instr(a, 'company')) AS with_company,
		sum(rows) FILTER (WHERE kind = 'association' AND instr(a, 'deal')) AS with_deal,
		sum(rows) FILTER (WHERE kind = 'association' AND a = '') AS with_nothing,
		sum(rows) FILTER (WHERE kind = 'orphan') AS orphans,
		min(a) FILTER (WHERE kind = 'month') AS first_month,
		max(a) FILTER (WHERE kind = 'month') AS last_month
	FROM temp.report_count GROUP BY activity
), failed AS MATERIALIZED (
	SELECT derived_activity_type AS activity, count(*) AS error FROM ic_communication_master
	WHERE staging_status = 'error' GROUP BY +derived_activity_type
)
SELECT
	t.name AS activity,
	ifnull(c.rows, 0) AS rows,
	round(100.0 * c.rows / (SELECT total(rows) FROM counted), 2) AS share_pct,
	d.rows AS derived,
	ifnull(f.skipped, 0) AS skipped,
	ifnull(x.error, 0) AS error,
	d.rows - d.pushed - ifnull(f.held, 0) + ifnull(f.held_pushed, 0) AS new,
	ifnull(f.changed, 0) AS changed,
	d.pushed - ifnull(f.changed, 0) - ifnull(f.held_pushed, 0) AS unchanged,
	ifnull(f.held, 0) AS held,
	ifnull(c.with_contact, 0) AS with_contact,
	ifnull(c.with_company, 0) AS with_company,
	ifnull(c.with_deal, 0) AS with_deal,
	ifnull(c.with_nothing, 0) AS with_nothing,
	ifnull(c.orphans, 0) AS orphans,
	c.first_month, c.last_month
FROM type t
JOIN derived d ON d.name = t.name
LEFT JOIN counted c ON c.activity = t.name
LEFT JOIN found f ON f.activity_type = t.name
LEFT JOIN failed x ON x.activity = t.name
ORDER BY t.position;
