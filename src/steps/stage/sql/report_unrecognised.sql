-- The codes that no rule knows, together where only case and blanks differ, with the spelling of one.
SELECT c.comm_type, c.activity_type AS activity, sum(n.rows) AS rows, count(DISTINCT c.comm_type) AS spellings,
	min(n.first_id) AS first_id
FROM (SELECT code_combination_id, count(*) AS rows, min(comm_communicationid) AS first_id FROM row_origin
	GROUP BY code_combination_id) n
JOIN code_combination c ON c.id = n.code_combination_id
LEFT JOIN classification_rule r ON r.position = c.rule_position
WHERE coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email, r.subject) IS NULL
GROUP BY c.type_norm, c.activity_type
ORDER BY rows DESC, c.type_norm
LIMIT 50;
