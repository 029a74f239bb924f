-- v_ic_calls_staging of the rule set `sage`: the columns of ic_calls as Sage CRM means its own. What differs from `plan` in
-- all views of this set:
--   * Comm_Email_Clean holds a body, not an address: the whole of it is in email_body where it is longer than 500
--     characters. It is the text of an e-mail, and of anything else that has no note.
--   * A subject or note '_' is the mark that Sage's Outlook link leaves for none, and counts as none.
--   * What more the file has (source_extra) is used: the owner's e-mail, else the user, by the lines `owner` of values.csv.
--   * A name may be half there. Nothing is invented: no outcome, end, location, address or default status.
CREATE VIEW v_ic_calls_staging AS
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

	substr(coalesce(nullif(m.comm_subject, '_'),
		'Call - ' || coalesce(nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')), ''),
			m.company_name), 'Call'), 1, 500) AS call_title,
	coalesce(nullif(m.comm_note, '_'), b.body, m.comm_email_clean) AS call_notes,
	c.direction AS call_direction,
	CASE WHEN m.comm_todatetime > m.comm_datetime THEN
		CASE WHEN length(m.comm_todatetime) = 19 AND length(m.comm_datetime) = 19
			THEN (unixepoch(m.comm_todatetime) - unixepoch(m.comm_datetime)) * 1000
			ELSE ((unixepoch(substr(m.comm_todatetime, 1, 19)) - unixepoch(substr(m.comm_datetime, 1, 19))) * 1000000
				+ substr(substr(m.comm_todatetime, 21) || '000000', 1, 6)
				- substr(substr(m.comm_datetime, 21) || '000000', 1, 6)) / 1000
		END
	END AS call_duration_ms,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'call_status' AND source = '*')) AS call_status,
	m.comm_status AS call_outcome,
	'Integration' AS call_source,
	NULL AS from_number,
	NULL AS to_number,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(nullif(m.comm_subject, '_'),
		'Call - ' || coalesce(nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')), ''),
			m.company_name), 'Call') AS payload_title
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'call_status'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'calls';
