-- v_ic_emails_staging of the rule set `sage`: the columns of ic_emails. What the views of this set have in common is told in
-- its v_ic_calls_staging.
--
-- The person of the row is the other side: the recipient of what was sent, the sender of what came in. Who else it was
-- stands in Comm_From, Comm_To, Comm_CC and Comm_BCC, where the file has them (source_extra); each may be a list, of which
-- the payload gets every address, and the columns of ic_emails the first. The direction is the rule's; without one the row
-- is held, as HubSpot takes no e-mail without it.
CREATE VIEW v_ic_emails_staging AS
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

	coalesce(nullif(m.comm_subject, '_'), 'Email - No Subject') AS email_subject, -- not sent: payload_title is
	coalesce(b.body, m.comm_email_clean, nullif(m.comm_note, '_')) AS email_body,
	c.direction AS email_direction,
	coalesce((SELECT iif(address GLOB '*?@?*' AND length(address) <= 500, address, NULL) FROM (
			SELECT trim(CASE WHEN instr(first, '<') > 0
				THEN substr(first, instr(first, '<') + 1, instr(first || '>', '>') - instr(first, '<') - 1)
				ELSE first END, char(9, 10, 13, 32, 34, 39)) AS address
			FROM (SELECT substr(x.value, 1, instr(x.value || ';', ';') - 1) AS first FROM source_extra x
				WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'from'))),
		CASE WHEN c.direction = 'INCOMING' THEN m.person_emailaddress END) AS email_from_address,
	coalesce((SELECT iif(address GLOB '*?@?*' AND length(address) <= 500, address, NULL) FROM (
			SELECT trim(CASE WHEN instr(first, '<') > 0
				THEN substr(first, instr(first, '<') + 1, instr(first || '>', '>') - instr(first, '<') - 1)
				ELSE first END, char(9, 10, 13, 32, 34, 39)) AS address
			FROM (SELECT substr(x.value, 1, instr(x.value || ';', ';') - 1) AS first FROM source_extra x
				WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'to'))),
		CASE WHEN c.direction = 'OUTGOING' THEN m.person_emailaddress END) AS email_to_address,
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
	CASE WHEN c.direction = 'INCOMING' THEN m.person_emailaddress END AS payload_from_address,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_firstname END AS payload_from_firstname,
	CASE WHEN c.direction = 'INCOMING' THEN m.person_lastname END AS payload_from_lastname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_emailaddress END AS payload_to_address,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_firstname END AS payload_to_firstname,
	CASE WHEN c.direction = 'OUTGOING' THEN m.person_lastname END AS payload_to_lastname,
	(SELECT value FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'from')
		AS payload_from_list,
	(SELECT value FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'to')
		AS payload_to_list,
	(SELECT value FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'cc')
		AS payload_cc_list,
	(SELECT value FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'bcc')
		AS payload_bcc_list
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'email_send_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'emails';
