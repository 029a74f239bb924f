-- The codes that no rule knows, together where only case and blanks differ, with the spelling of one. Their combinations are few,
-- and found before the rows that have them.
WITH unknown AS MATERIALIZED (
	SELECT c.id, c.comm_type, c.type_norm, c.activity_type
	FROM code_combination c LEFT JOIN classification_rule r ON r.position = c.rule_position
	WHERE coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email, r.subject)
		IS NULL
)
SELECT min(u.comm_type) AS comm_type, u.activity_type AS activity, count(*) AS rows, count(DISTINCT u.comm_type) AS spellings,
	min(o.comm_communicationid) AS first_id
FROM row_origin o CROSS JOIN unknown u ON u.id = o.code_combination_id
GROUP BY u.type_norm, u.activity_type
ORDER BY rows DESC, u.type_norm
LIMIT 50;
