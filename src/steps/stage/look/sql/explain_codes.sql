-- The combination of codes of communication ?1, and what it became.
SELECT m.comm_type AS type, m.comm_action AS action, m.comm_status AS status, m.comm_priority AS priority,
	m.comm_caseid IS NOT NULL AS has_case, m.person_id IS NOT NULL AS has_person, m.company_id IS NOT NULL AS has_company,
	m.comm_opportunityid IS NOT NULL AS has_deal, m.comm_note IS NOT NULL AS has_note,
	m.comm_email_clean IS NOT NULL AS has_email,
	c.rule_position AS rule, c.activity_type AS activity, c.direction AS direction, c.activity_status AS activity_status,
	c.reason AS reason, d.decision AS decision, d.code AS decision_code, d.reason AS decision_reason,
	m.staging_status AS staging_status, m.error_message AS error, c.is_task_eligible AS is_task_eligible
FROM ic_communication_master m
JOIN row_origin o ON o.comm_communicationid = m.id
JOIN code_combination c ON c.id = o.code_combination_id
JOIN v_disposition d ON d.id = m.id
WHERE m.id = ?1;
