-- Every communication once, in the order of their ids.
SELECT
	m.id, m.derived_activity_type, m.comm_datetime,
	CASE WHEN m.comm_todatetime IS NULL THEN 0 WHEN m.comm_todatetime < m.comm_datetime THEN 1
		WHEN m.comm_todatetime = m.comm_datetime THEN 2 ELSE 3 END,
	length(m.comm_subject), length(m.comm_note), length(m.comm_email_clean),
	(m.hubspot_contact_id IS NOT NULL) + 2 * (m.hubspot_company_id IS NOT NULL) + 4 * (m.hubspot_deal_id IS NOT NULL),
	m.is_orphaned AND m.id IN (SELECT id FROM v_on_no_record),
	c.direction IS NOT NULL, c.activity_status IS NOT NULL,
	m.comm_type, m.comm_action, m.comm_status, m.comm_priority,
	m.comm_caseid IS NOT NULL, m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL,
	m.comm_note IS NOT NULL, m.comm_email_clean IS NOT NULL
FROM ic_communication_master m
LEFT JOIN row_origin o ON o.comm_communicationid = m.id
LEFT JOIN code_combination c ON c.id = o.code_combination_id
ORDER BY m.id;
