-- What the set promises, and what it does.
SELECT p.type, p.action, p.status, p.priority, p.case_id AS "case", p.activity AS promised, v.activity_type AS found
FROM classification_probe p JOIN v_classification v ON v.id = -p.position
ORDER BY p.position;
