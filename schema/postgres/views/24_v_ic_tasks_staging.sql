-- v_ic_tasks_staging: every communication that is a task, with the columns of ic_tasks. What the staging views have
-- in common is told in v_ic_calls_staging. due_date is NULL when the day after the start is past the year 9999.
CREATE VIEW v_ic_tasks_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	left(coalesce(m.comm_subject,
		'Task - '
		|| coalesce(m.company_name, m.person_firstname || ' ' || m.person_lastname, 'General')), 500) AS task_title,
	m.comm_note AS task_notes,
	coalesce(m.comm_todatetime,
		CASE WHEN m.comm_datetime < '9999-12-31' THEN m.comm_datetime + interval '1 day' END) AS due_date,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*')) AS task_status,
	CASE WHEN coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*')) = 'COMPLETED'
		THEN coalesce(m.comm_updateddate, m.comm_datetime) END AS completed_at,
	coalesce(p.value, (
		SELECT value FROM rule_value WHERE target = 'task_priority' AND source = '*')) AS task_priority,
	'TODO' AS task_type,
	CASE WHEN coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*')) = 'COMPLETED'
		THEN false
		ELSE coalesce(coalesce(m.comm_todatetime,
			CASE WHEN m.comm_datetime < '9999-12-31' THEN m.comm_datetime + interval '1 day' END)
			< r.as_of, false)
	END AS is_overdue,
	nullif(m.comm_originaldatetime, m.comm_datetime) AS reminder_date,
	CASE WHEN m.comm_caseid IS NULL THEN 'task' ELSE 'case' END AS source_type,
	m.comm_caseid AS source_case_id,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(m.comm_subject,
		'Task - '
		|| coalesce(m.company_name, m.person_firstname || ' ' || m.person_lastname, 'General')) AS payload_title,
	CASE
		WHEN c.decision = 'skip' OR w.decision = 'skip'
			OR (n.comm_communicationid IS NOT NULL AND r.orphans = 'skip') THEN 'skip'
		WHEN c.position IS NULL OR c.decision = 'hold' OR w.decision = 'hold'
			OR (n.comm_communicationid IS NOT NULL AND r.orphans = 'hold') THEN 'hold'
		ELSE 'derive'
	END AS payload_decision,
	CASE
		WHEN c.decision = 'skip' THEN 'RULE_SKIPS'
		WHEN w.decision = 'skip' THEN w.code
		WHEN n.comm_communicationid IS NOT NULL AND r.orphans = 'skip' THEN 'ORPHAN'
		WHEN c.position IS NULL THEN 'NO_RULE'
		WHEN c.decision = 'hold' THEN 'RULE_HOLDS'
		WHEN w.decision = 'hold' THEN w.code
		WHEN n.comm_communicationid IS NOT NULL AND r.orphans = 'hold' THEN 'ORPHAN'
	END AS payload_reason
FROM ic_communication_master m
LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
LEFT JOIN this_run r ON true
LEFT JOIN filtered_row w ON w.comm_communicationid = m.comm_communicationid
LEFT JOIN v_on_no_record n ON n.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'task_status'
	AND s.source = hs_norm(m.comm_status)
LEFT JOIN rule_value p ON p.target = 'task_priority'
	AND p.source = hs_norm(m.comm_priority)
WHERE m.derived_activity_type = 'tasks';
