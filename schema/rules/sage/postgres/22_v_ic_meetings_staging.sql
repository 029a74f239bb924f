-- v_ic_meetings_staging of the rule set `sage` on PostgreSQL: as views/22_v_ic_meetings_staging.sql has it.
CREATE VIEW v_ic_meetings_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	(SELECT v.value FROM source_extra e JOIN rule_value v ON v.target = 'owner' AND v.source = CASE
			WHEN e.name = 'user' AND e.value ~ '[0-9]\.0$' THEN left(e.value, -2) ELSE hs_norm(e.value) END
		WHERE e.comm_communicationid = m.comm_communicationid AND e.name IN ('owner_email', 'user')
		ORDER BY e.name COLLATE "C" LIMIT 1)::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	left(coalesce(x.subject, 'Meeting with ' || coalesce(x.name, m.company_name), 'Meeting'), 500) AS meeting_name,
	coalesce(x.note, x.body)::text AS meeting_description,
	m.comm_datetime AS meeting_start_time,
	m.comm_todatetime AS meeting_end_time,
	NULL::text AS internal_meeting_notes,
	left(e_location.value, 500)::varchar AS meeting_location,
	NULL::text AS location_type,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'meeting_outcome' AND source = '*')) AS meeting_outcome,
	'Import' AS meeting_source,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'COMPLETED')::integer AS outcome_completed_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'CANCELLED')::integer AS outcome_canceled_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'NO_SHOW')::integer AS outcome_no_show_count,
	(coalesce(c.activity_status, s.value) IS NOT DISTINCT FROM 'RESCHEDULED')::integer AS outcome_rescheduled_count,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(x.subject, 'Meeting with ' || coalesce(x.name, m.company_name), 'Meeting') AS payload_title,
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
	e_location.value AS payload_location
FROM ic_communication_master m
LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
LEFT JOIN this_run r ON true
LEFT JOIN filtered_row w ON w.comm_communicationid = m.comm_communicationid
LEFT JOIN v_on_no_record n ON n.comm_communicationid = m.comm_communicationid
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid AND left(b.body, 500) = m.comm_email_clean
CROSS JOIN LATERAL (
	SELECT nullif(m.comm_subject, '_') AS subject, nullif(m.comm_note, '_') AS note,
		coalesce(b.body, m.comm_email_clean) AS body,
		nullif(btrim(coalesce(m.person_firstname, '') || ' ' || coalesce(m.person_lastname, '')), '') AS name
) x
LEFT JOIN source_extra e_location ON e_location.comm_communicationid = m.comm_communicationid
	AND e_location.name = 'location'
LEFT JOIN rule_value s ON s.target = 'meeting_outcome'
	AND s.source = hs_norm(m.comm_status)
	AND s.source <> '*'
WHERE m.derived_activity_type = 'meetings';
