-- gate: load_types_empty
-- The activity types without a row.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_types_empty' AND NOT passed)
SELECT k.activity_type
FROM failed CROSS JOIN (
	SELECT 'calls' AS activity_type UNION ALL SELECT 'emails' UNION ALL SELECT 'meetings' UNION ALL SELECT 'notes'
	UNION ALL SELECT 'tasks' UNION ALL SELECT 'communications' UNION ALL SELECT 'postal_mail') k
WHERE NOT EXISTS (SELECT 1 FROM ic_communication_master m WHERE m.derived_activity_type = k.activity_type)
ORDER BY k.activity_type
LIMIT 20;
