-- v_unrecognised_code: the combinations of codes that fell through to the default: no rule matched, or only one that
-- tests nothing; with the number of rows that have them. One pass over row_origin, which groups only their rows.
CREATE VIEW v_unrecognised_code AS
WITH unknown AS MATERIALIZED (
	SELECT c.id, c.comm_type, c.comm_action, c.comm_status, c.comm_priority, c.activity_type
	FROM code_combination c
	LEFT JOIN classification_rule r ON r.position = c.rule_position
	WHERE coalesce(r.type, r.action, r.status, r.priority, r.case_id, r.person, r.company, r.deal, r.note, r.email,
		r.subject) IS NULL
)
SELECT u.id AS code_combination_id, u.comm_type, u.comm_action, u.comm_status, u.comm_priority, u.activity_type,
	count(*) AS row_count
FROM row_origin o
CROSS JOIN unknown u ON u.id = o.code_combination_id -- in this order, so that the index is made of the few
GROUP BY u.id;
