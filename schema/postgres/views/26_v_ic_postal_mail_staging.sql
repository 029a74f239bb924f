-- v_ic_postal_mail_staging: every communication that is a letter, with the columns of ic_postal_mail. What the
-- staging views have in common is told in v_ic_calls_staging.
CREATE VIEW v_ic_postal_mail_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(m.comm_note, m.comm_subject, 'Postal mail sent') AS postal_mail_body,
	left(coalesce(m.comm_note, m.comm_subject, 'Postal mail sent'), 500) AS body_preview,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
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
WHERE m.derived_activity_type = 'postal_mail';
