-- v_ic_emails_staging of the rule set `sage`: the columns of ic_emails. What the views of this set have in common is told in
-- its v_ic_calls_staging.
--
-- The person of the row is the other side: the recipient of what was sent, the sender of what came in. Who it was on our
-- side stands in columns that the export has not, and stays NULL. The direction is the rule's; without one the row is held,
-- as HubSpot takes no e-mail without it.
CREATE VIEW v_ic_emails_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(nullif(m.comm_subject, '_'), 'Email - No Subject') AS email_subject, -- not sent: payload_title is
	coalesce(b.body, m.comm_email_clean, nullif(m.comm_note, '_')) AS email_body,
	c.direction AS email_direction,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_emailaddress END AS email_from_address,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_emailaddress END AS email_to_address,
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
	nullif(m.comm_subject, '_') AS payload_title,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_firstname END AS payload_from_firstname,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_lastname END AS payload_from_lastname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_firstname END AS payload_to_firstname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_lastname END AS payload_to_lastname
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'email_send_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'emails';
