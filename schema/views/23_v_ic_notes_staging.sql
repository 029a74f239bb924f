-- v_ic_notes_staging: every communication that is a note, with the columns of ic_notes. What the staging views have
-- in common is told in v_ic_calls_staging.
CREATE VIEW v_ic_notes_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	-- subject, an empty line, note; the first coalesce argument is NULL unless both are there
	coalesce(m.comm_subject || char(10, 10) || m.comm_note, m.comm_subject, m.comm_note, 'Note (no content)') AS note_body,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key
FROM ic_communication_master m
WHERE m.derived_activity_type = 'notes';
