-- gate: setup_classification
-- The probes of the rule set that get another activity than it promises.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'setup_classification' AND NOT passed)
SELECT p.position AS probe, p.type, p.action, p.priority, p.case_id, p.activity AS expected, c.activity_type AS got,
	c.rule_position AS rule
FROM failed CROSS JOIN classification_probe p
JOIN v_classification c ON c.id = -p.position
WHERE c.activity_type <> p.activity
ORDER BY p.position
LIMIT 20;
