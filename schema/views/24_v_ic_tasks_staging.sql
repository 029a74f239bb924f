-- v_ic_tasks_staging: every communication that is a task, with the columns of ic_tasks. What the staging views have
-- in common is told in v_ic_calls_staging. due_date is NULL when the day after the start is past the year 9999.
CREATE VIEW v_ic_tasks_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	substr(coalesce(m.comm_subject,
		'Task - '
		|| coalesce(m.company_name, m.person_firstname || ' ' || m.person_lastname, 'General')), 1, 500) AS task_title,
	m.comm_note AS task_notes,
	coalesce(m.comm_todatetime,
		datetime(substr(m.comm_datetime, 1, 19), '+1 day') || substr(m.comm_datetime, 20)) AS due_date,
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
		THEN 0
		ELSE ifnull(coalesce(m.comm_todatetime,
			datetime(substr(m.comm_datetime, 1, 19), '+1 day') || substr(m.comm_datetime, 20))
			< (SELECT as_of FROM this_run), 0)
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
		|| coalesce(m.company_name, m.person_firstname || ' ' || m.person_lastname, 'General')) AS payload_title
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN rule_value s ON s.target = 'task_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
LEFT JOIN rule_value p ON p.target = 'task_priority'
	AND p.source = lower(trim(ifnull(m.comm_priority, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'tasks';
