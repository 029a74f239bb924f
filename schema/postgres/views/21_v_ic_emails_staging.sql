-- v_ic_emails_staging: every communication that is an e-mail, with the columns of ic_emails. What the staging views
-- have in common is told in v_ic_calls_staging.
--
-- Who wrote to whom turns on the action being explicitly outbound (rule_value email_outbound, or the rule's own
-- direction): then the person of the row is taken for the sender, otherwise for the recipient. The person's names go
-- with each side that took the person's address. A missing sender or recipient is this_run's placeholder.
CREATE VIEW v_ic_emails_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL::varchar AS activity_assigned_to,
	NULL::varchar AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(m.comm_subject, 'Email - No Subject') AS email_subject,
	m.comm_note AS email_body,
	coalesce(c.direction, d.value, (
		SELECT value FROM rule_value WHERE target = 'email_direction' AND source = '*')) AS email_direction,
	CASE WHEN coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1')
		THEN coalesce(m.person_emailaddress, r.placeholder_from)
		ELSE coalesce(m.comm_email_clean, m.person_emailaddress)
	END AS email_from_address,
	CASE WHEN coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1')
		THEN coalesce(m.comm_email_clean, m.person_emailaddress)
		ELSE coalesce(m.person_emailaddress, r.placeholder_to)
	END AS email_to_address,
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
	coalesce(m.comm_subject, 'Email - No Subject') AS payload_title,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1') OR m.comm_email_clean IS NULL)
		THEN m.person_firstname END AS payload_from_firstname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1') OR m.comm_email_clean IS NULL)
		THEN m.person_lastname END AS payload_from_lastname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (NOT coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1') OR m.comm_email_clean IS NULL)
		THEN m.person_firstname END AS payload_to_firstname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (NOT coalesce(c.direction = 'OUTGOING', x.value IS NOT DISTINCT FROM '1') OR m.comm_email_clean IS NULL)
		THEN m.person_lastname END AS payload_to_lastname,
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
	NULL::varchar AS payload_from_address,
	NULL::varchar AS payload_to_address,
	NULL::text AS payload_from_list,
	NULL::text AS payload_to_list,
	NULL::text AS payload_cc_list,
	NULL::text AS payload_bcc_list
FROM ic_communication_master m
LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
LEFT JOIN this_run r ON true
LEFT JOIN filtered_row w ON w.comm_communicationid = m.comm_communicationid
LEFT JOIN v_on_no_record n ON n.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value d ON d.target = 'email_direction'
	AND d.source = hs_norm(m.comm_action)
LEFT JOIN rule_value x ON x.target = 'email_outbound'
	AND x.source = hs_norm(m.comm_action)
LEFT JOIN rule_value s ON s.target = 'email_send_status'
	AND s.source = hs_norm(m.comm_status)
WHERE m.derived_activity_type = 'emails';
