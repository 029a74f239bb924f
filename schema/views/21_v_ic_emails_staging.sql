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
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(m.comm_subject, 'Email - No Subject') AS email_subject,
	m.comm_note AS email_body,
	coalesce(c.direction, d.value, (
		SELECT value FROM rule_value WHERE target = 'email_direction' AND source = '*')) AS email_direction,
	CASE WHEN ifnull(c.direction = 'OUTGOING', x.value IS '1')
		THEN coalesce(m.person_emailaddress, (SELECT placeholder_from FROM this_run))
		ELSE coalesce(m.comm_email_clean, m.person_emailaddress)
	END AS email_from_address,
	CASE WHEN ifnull(c.direction = 'OUTGOING', x.value IS '1')
		THEN coalesce(m.comm_email_clean, m.person_emailaddress)
		ELSE coalesce(m.person_emailaddress, (SELECT placeholder_to FROM this_run))
	END AS email_to_address,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'email_send_status' AND source = '*')) AS email_send_status,
	NULL AS email_open_rate,
	NULL AS email_click_rate,
	NULL AS email_reply_rate,
	0 AS number_of_email_opens,
	0 AS number_of_email_clicks,
	0 AS number_of_email_replies,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(m.comm_subject, 'Email - No Subject') AS payload_title,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (ifnull(c.direction = 'OUTGOING', x.value IS '1') OR m.comm_email_clean IS NULL)
		THEN m.person_firstname END AS payload_from_firstname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (ifnull(c.direction = 'OUTGOING', x.value IS '1') OR m.comm_email_clean IS NULL)
		THEN m.person_lastname END AS payload_from_lastname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (NOT ifnull(c.direction = 'OUTGOING', x.value IS '1') OR m.comm_email_clean IS NULL)
		THEN m.person_firstname END AS payload_to_firstname,
	CASE WHEN m.person_emailaddress IS NOT NULL
		AND (NOT ifnull(c.direction = 'OUTGOING', x.value IS '1') OR m.comm_email_clean IS NULL)
		THEN m.person_lastname END AS payload_to_lastname
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN rule_value d ON d.target = 'email_direction'
	AND d.source = lower(trim(ifnull(m.comm_action, ''), char(9, 10, 11, 12, 13, 32, 160)))
LEFT JOIN rule_value x ON x.target = 'email_outbound'
	AND x.source = lower(trim(ifnull(m.comm_action, ''), char(9, 10, 11, 12, 13, 32, 160)))
LEFT JOIN rule_value s ON s.target = 'email_send_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'emails';
