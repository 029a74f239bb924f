-- v_ic_calls_staging: every communication that is a call, with the columns of ic_calls as the rules make them. The
-- seven staging views follow those of SQLite (schema/views) rule for rule; a test feeds both the same rows. In
-- common:
--   * One row a row of the master, errors and all. The columns are the table's own, in its order, from
--     ic_communication_master_id to associated_deal_id. payload_* columns follow: what a payload needs beside them;
--     payload_decision (derive, hold, skip) and payload_reason are what the rule, the filters and the setting
--     `orphans` say.
--   * A synonym is looked up in rule_value, by target and hs_norm(); its row '*' is the default. A direction or status
--     that the classification rule itself names goes before.
--   * Times are compared and added without a time zone; past the year 9999 there is none (NULL).
CREATE VIEW v_ic_calls_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	left(coalesce(m.comm_subject,
		'Call - ' || coalesce(m.person_firstname || ' ' || m.person_lastname, 'Unknown')), 500) AS call_title,
	m.comm_note AS call_notes,
	coalesce(c.direction, d.value, (
		SELECT value FROM rule_value WHERE target = 'call_direction' AND source = '*')) AS call_direction,
	CASE WHEN m.comm_todatetime > m.comm_datetime
		THEN trunc(extract(epoch FROM m.comm_todatetime - m.comm_datetime) * 1000)::bigint END AS call_duration_ms,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'call_status' AND source = '*')) AS call_status,
	coalesce(m.comm_status, 'Connected') AS call_outcome,
	'Integration' AS call_source,
	NULL::varchar AS from_number,
	NULL::varchar AS to_number,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(m.comm_subject,
		'Call - ' || coalesce(m.person_firstname || ' ' || m.person_lastname, 'Unknown')) AS payload_title,
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
LEFT JOIN rule_value d ON d.target = 'call_direction'
	AND d.source = hs_norm(m.comm_action)
LEFT JOIN rule_value s ON s.target = 'call_status'
	AND s.source = hs_norm(m.comm_status)
WHERE m.derived_activity_type = 'calls';
