-- v_unrecognised_code: the combinations of codes that fell through to the default: no rule matched, or only one that
-- tests nothing; with the number of rows that have them. One pass over row_origin.
CREATE VIEW v_unrecognised_code AS
SELECT c.id AS code_combination_id, c.comm_type, c.comm_action, c.comm_status, c.comm_priority, c.activity_type,
	n.row_count
FROM code_combination c
LEFT JOIN classification_rule r ON r.position = c.rule_position
JOIN (SELECT code_combination_id, count(*) AS row_count FROM row_origin GROUP BY code_combination_id) n
	ON n.code_combination_id = c.id
WHERE coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email,
	r.subject) IS NULL;
