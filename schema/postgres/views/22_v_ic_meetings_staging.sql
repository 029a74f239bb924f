-- v_ic_meetings_staging: every communication that is a meeting, with the columns of ic_meetings. What the staging
-- views have in common is told in v_ic_calls_staging. A meeting that ends before it starts is in the view and is
-- refused by the table.
CREATE VIEW v_ic_meetings_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	left(coalesce(m.comm_subject,
		'Meeting with '
		|| coalesce(m.person_firstname || ' ' || m.person_lastname, m.company_name, 'Unknown')), 500) AS meeting_name,
	m.comm_note AS meeting_description,
	m.comm_datetime AS meeting_start_time,
	coalesce(m.comm_todatetime,
		CASE WHEN m.comm_datetime < '9999-12-31 23:00:00' THEN m.comm_datetime + interval '1 hour' END) AS meeting_end_time,
	m.comm_note AS internal_meeting_notes,
	NULL::varchar AS meeting_location,
	'VIDEO_CONFERENCE' AS location_type,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'meeting_outcome' AND source = '*')) AS meeting_outcome,
	'Import' AS meeting_source,
	-- 1 only for an outcome that the source, or the rule, names: not for the default
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'COMPLETED')::integer AS outcome_completed_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'CANCELLED')::integer AS outcome_canceled_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'NO_SHOW')::integer AS outcome_no_show_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'RESCHEDULED')::integer AS outcome_rescheduled_count,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(m.comm_subject,
		'Meeting with '
		|| coalesce(m.person_firstname || ' ' || m.person_lastname, m.company_name, 'Unknown')) AS payload_title,
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
	END AS payload_reason,
	-- what other rule sets fill: a view takes another's place only with the same columns
	NULL::text AS payload_location
FROM ic_communication_master m
LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
LEFT JOIN this_run r ON true
LEFT JOIN filtered_row w ON w.comm_communicationid = m.comm_communicationid
LEFT JOIN v_on_no_record n ON n.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'meeting_outcome'
	AND s.source = hs_norm(m.comm_status)
	AND s.source <> '*'
WHERE m.derived_activity_type = 'meetings';
