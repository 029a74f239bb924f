-- v_ic_communications_staging: every communication that is a short message, with the columns of ic_communications.
-- What the staging views have in common is told in v_ic_calls_staging.
CREATE VIEW v_ic_communications_staging AS
SELECT
	m.id AS ic_communication_master_id,
	m.comm_datetime AS activity_date,
	NULL AS activity_assigned_to,
	NULL AS activity_created_by,
	m.comm_createddate AS create_date,
	m.comm_updateddate AS last_modified_date,

	coalesce(m.comm_note, m.comm_subject, 'Message') AS communication_body,
	coalesce(k.value, (
		SELECT value FROM rule_value WHERE target = 'channel_type' AND source = '*')) AS channel_type,
	'API' AS logged_from,

	m.hubspot_contact_id AS associated_contact_id,
	m.hubspot_company_id AS associated_company_id,
	m.hubspot_deal_id AS associated_deal_id,

	m.comm_communicationid AS payload_key
FROM ic_communication_master m
LEFT JOIN rule_value k ON k.target = 'channel_type'
	AND k.source = lower(trim(ifnull(m.comm_type, ''), char(9, 10, 11, 12, 13, 32, 160)))
WHERE m.derived_activity_type = 'communications';
