-- v_ic_emails_staging of the rule set `sage` on PostgreSQL: as views/21_v_ic_emails_staging.sql has it.
CREATE VIEW v_ic_emails_staging AS
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

	coalesce(x.subject, 'Email - No Subject') AS email_subject, -- not sent: payload_title is
	coalesce(x.body, x.note)::text AS email_body,
	c.direction AS email_direction,
	coalesce(hs_first_address(e_from.value), CASE WHEN c.direction = 'INCOMING' THEN m.person_emailaddress END)::varchar
		AS email_from_address,
	coalesce(hs_first_address(e_to.value), CASE WHEN c.direction = 'OUTGOING' THEN m.person_emailaddress END)::varchar
		AS email_to_address,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'email_send_status' AND source = '*')) AS email_send_status,
	NULL::numeric AS email_open_rate,
	NULL::numeric AS email_click_rate,
	NULL::numeric AS email_reply_rate,
	0 AS number_of_email_opens,
	0 AS number_of_email_clicks,
	0 AS number_of_email_replies,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	x.subject AS payload_title,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_firstname END AS payload_from_firstname,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_lastname END AS payload_from_lastname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_firstname END AS payload_to_firstname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_lastname END AS payload_to_lastname,
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
	CASE WHEN c.direction = 'INCOMING' THEN m.person_emailaddress END::varchar AS payload_from_address,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_emailaddress END::varchar AS payload_to_address,
	e_from.value AS payload_from_list,
	e_to.value AS payload_to_list,
	e_cc.value AS payload_cc_list,
	e_bcc.value AS payload_bcc_list
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
LEFT JOIN source_extra e_from ON e_from.comm_communicationid = m.comm_communicationid
	AND e_from.name = 'from'
LEFT JOIN source_extra e_to ON e_to.comm_communicationid = m.comm_communicationid
	AND e_to.name = 'to'
LEFT JOIN source_extra e_cc ON e_cc.comm_communicationid = m.comm_communicationid
	AND e_cc.name = 'cc'
LEFT JOIN source_extra e_bcc ON e_bcc.comm_communicationid = m.comm_communicationid
	AND e_bcc.name = 'bcc'
LEFT JOIN rule_value s ON s.target = 'email_send_status'
	AND s.source = hs_norm(m.comm_status)
WHERE m.derived_activity_type = 'emails';
