-- v_ic_postal_mail_staging: every communication that is a letter, with the columns of ic_postal_mail. What the
-- staging views have in common is told in v_ic_calls_staging.
CREATE VIEW v_ic_postal_mail_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(m.comm_note, m.comm_subject, 'Postal mail sent') AS postal_mail_body,
	substr(coalesce(m.comm_note, m.comm_subject, 'Postal mail sent'), 1, 500) AS body_preview,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key
FROM ic_communication_master m
WHERE m.derived_activity_type = 'postal_mail';
