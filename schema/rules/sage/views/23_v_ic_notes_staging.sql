-- v_ic_notes_staging of the rule set `sage`: the columns of ic_notes. What the views of this set have in common is told in
-- its v_ic_calls_staging. A note without any text is told by its codes: the table wants a body.
CREATE VIEW v_ic_notes_staging AS
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

	-- subject, an empty line, text; the first coalesce argument is NULL unless both are there
	coalesce(nullif(m.comm_subject, '_') || char(10, 10) || coalesce(nullif(m.comm_note, '_'), b.body, m.comm_email_clean),
		nullif(m.comm_subject, '_'), nullif(m.comm_note, '_'), b.body, m.comm_email_clean, m.comm_action, m.comm_type)
		AS note_body,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key
FROM ic_communication_master m
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
WHERE m.derived_activity_type = 'notes';
