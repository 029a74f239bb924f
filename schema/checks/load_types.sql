-- gate: load_types
-- The rows of an unknown activity type.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_types' AND NOT passed)
SELECT m.comm_communicationid, m.derived_activity_type
FROM failed CROSS JOIN ic_communication_master m
WHERE m.derived_activity_type NOT IN ('calls', 'emails', 'meetings', 'notes', 'tasks', 'communications', 'postal_mail')
ORDER BY m.id
LIMIT 20;
