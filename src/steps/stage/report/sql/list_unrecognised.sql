-- Communications whose codes no rule knows.
WITH unknown AS MATERIALIZED (
	SELECT c.id, c.activity_type
	FROM code_combination c LEFT JOIN classification_rule r ON r.position = c.rule_position
	WHERE coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email, r.subject)
		IS NULL
)
SELECT o.comm_communicationid AS id, m.comm_type, m.comm_action, m.comm_status, m.comm_priority, u.activity_type AS activity,
	i.name AS file, o.line
FROM row_origin o
CROSS JOIN unknown u ON u.id = o.code_combination_id
JOIN ic_communication_master m ON m.id = o.comm_communicationid
LEFT JOIN input i ON i.id = o.input_id
ORDER BY o.comm_communicationid;
