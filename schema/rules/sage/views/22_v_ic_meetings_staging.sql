-- v_ic_meetings_staging of the rule set `sage`: the columns of ic_meetings. What the views of this set have in common is told
-- in its v_ic_calls_staging. An end that the source has not is not made up, nor a place or how people met; the place is
-- Comm_Location, where the file has it (source_extra).
CREATE VIEW v_ic_meetings_staging AS
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
		'Meeting with ' || coalesce(nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')),
			''), m.company_name), 'Meeting'), 1, 500) AS meeting_name,
	coalesce(nullif(m.comm_note, '_'), b.body, m.comm_email_clean) AS meeting_description,
	m.comm_datetime AS meeting_start_time,
	m.comm_todatetime AS meeting_end_time,
	NULL AS internal_meeting_notes,
	(SELECT substr(x.value, 1, 500) FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'location')
		AS meeting_location,
	NULL AS location_type,
	coalesce(c.activity_status, s.value, (
		SELECT value FROM rule_value WHERE target = 'meeting_outcome' AND source = '*')) AS meeting_outcome,
	'Import' AS meeting_source,
	coalesce(c.activity_status, s.value) IS 'COMPLETED' AS outcome_completed_count,
	coalesce(c.activity_status, s.value) IS 'CANCELLED' AS outcome_canceled_count,
	coalesce(c.activity_status, s.value) IS 'NO_SHOW' AS outcome_no_show_count,
	coalesce(c.activity_status, s.value) IS 'RESCHEDULED' AS outcome_rescheduled_count,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key,
	coalesce(nullif(m.comm_subject, '_'),
		'Meeting with ' || coalesce(nullif(trim(ifnull(m.person_firstname, '') || ' ' || ifnull(m.person_lastname, '')),
			''), m.company_name), 'Meeting') AS payload_title,
	(SELECT x.value FROM source_extra x WHERE x.comm_communicationid = m.comm_communicationid AND x.name = 'location')
		AS payload_location
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.comm_communicationid
LEFT JOIN code_combination c ON c.id = o.code_combination_id
LEFT JOIN email_body b ON b.comm_communicationid = m.comm_communicationid
LEFT JOIN rule_value s ON s.target = 'meeting_outcome'
	AND s.source = lower(trim(ifnull(m.comm_status, ''), char(9, 10, 11, 12, 13, 32, 160)))
	AND s.source <> '*'
WHERE m.derived_activity_type = 'meetings';
