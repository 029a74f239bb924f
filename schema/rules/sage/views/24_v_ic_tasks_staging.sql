-- v_ic_tasks_staging of the rule set `sage`: the columns of ic_tasks. What the views of this set have in common is told in
-- its v_ic_calls_staging.
--
-- Sage's own Exchange mapping has Comm_DateTime as a task's due date and Comm_ToDateTime as its start; the setting task_due
-- says which column is the due date. Nothing is added to a date that is missing. A cancelled task is DEFERRED, the nearest
-- that HubSpot has, and not overdue. The date a task was moved from is no reminder.
CREATE VIEW v_ic_tasks_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	coalesce((SELECT v.value FROM source_extra x CROSS JOIN rule_value v ON v.target = 'owner'
			AND v.source = lower(trim(x.value, char(9, 10, 11, 12, 13, 32, 160)))
		WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'owner_email'),
		(SELECT v.value FROM source_extra x CROSS JOIN rule_value v ON v.target = 'owner'
			AND v.source = iif(x.value GLOB '*[0-9].0', substr(x.value, 1, length(x.value) - 2),
				lower(trim(x.value, char(9, 10, 11, 12, 13, 32, 160))))
		WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'user')) AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	substr(coalesce(nullif(m.comm_subject, '_'),
		'Task - ' || coalesce(m.company_name,
			nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')), '')), 'Task'), 1, 500)
		AS task_title,
	coalesce(nullif(m.comm_note, '_'), b.body, m.comm_email_clean) AS task_notes,
	CASE r.task_due WHEN 'comm_datetime' THEN m.comm_datetime ELSE m.comm_todatetime END AS due_date,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*')) AS task_status,
	CASE WHEN coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*')) = 'COMPLETED'
		THEN coalesce(m.comm_updateddate, m.comm_datetime) END AS completed_at,
	coalesce(p.value, (
		SELECT value FROM rule_value WHERE target = 'task_priority' AND source = '*')) AS task_priority,
	'TODO' AS task_type,
	CASE coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'task_status' AND source = '*'))
		WHEN 'COMPLETED' THEN 0
		WHEN 'DEFERRED' THEN 0
		ELSE ifnull(CASE r.task_due WHEN 'comm_datetime' THEN m.comm_datetime ELSE m.comm_todatetime END < r.as_of, 0)
	END AS is_overdue,
	NULL AS reminder_date,
	CASE WHEN m.comm_caseid IS NULL THEN 'task' ELSE 'case' END AS source_type,
	m.comm_caseid AS source_case_id,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(nullif(m.comm_subject, '_'),
		'Task - ' || coalesce(m.company_name,
			nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')), '')), 'Task')
		AS payload_title,
	CASE r.task_due WHEN 'comm_datetime' THEN m.comm_todatetime ELSE m.comm_datetime END AS payload_start_date
FROM ic_communication_master m
JOIN this_run r ON r.id = 1
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'task_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
LEFT JOIN rule_value p ON p.target = 'task_priority'
	AND p.source = lower(trim(ifnull(m.comm_priority, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'tasks';
