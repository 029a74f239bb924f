-- v_ic_calls_staging of the rule set `sage` on PostgreSQL, as views/20_v_ic_calls_staging.sql has it for SQLite, which
-- tells the rules. These views have the columns, of the same types, of those in schema/postgres/views that they take
-- the place of, and what these have in common holds here too. The whole of a long Comm_Email_Clean stands in
-- email_body; when somebody has changed the master's since, that counts.
CREATE VIEW v_ic_calls_staging AS
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

	left(coalesce(x.subject, 'Call - ' || coalesce(x.name, m.company_name), 'Call'), 500) AS call_title,
	coalesce(x.note, x.body)::text AS call_notes,
	c.direction AS call_direction,
	CASE WHEN m.comm_todatetime > m.comm_datetime
		THEN trunc(extract(epoch FROM m.comm_todatetime - m.comm_datetime) * 1000)::bigint END AS call_duration_ms,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'call_status' AND source = '*')) AS call_status,
	m.comm_status::varchar AS call_outcome,
	'Integration' AS call_source,
	NULL::varchar AS from_number,
	NULL::varchar AS to_number,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(x.subject, 'Call - ' || coalesce(x.name, m.company_name), 'Call') AS payload_title,
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
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid AND left(b.body, 500) = m.comm_email_clean
CROSS JOIN LATERAL (
	SELECT nullif(m.comm_subject, '_') AS subject, nullif(m.comm_note, '_') AS note,
		coalesce(b.body, m.comm_email_clean) AS body,
		nullif(btrim(coalesce(m.person_firstname, '') || ' ' || coalesce(m.person_lastname, '')), '') AS name
) x
LEFT JOIN rule_value s ON s.target = 'call_status'
	AND s.source = hs_norm(m.comm_status)
WHERE m.derived_activity_type = 'calls';
