-- gate: resolution_orphans
-- The communications whose own references resolve to nothing, by activity type.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'resolution_orphans' AND NOT passed)
SELECT m.derived_activity_type AS activity_type, count(*) AS orphaned, min(m.comm_communicationid) AS first_id
FROM failed CROSS JOIN ic_communication_master m
WHERE m.is_orphaned = 1
GROUP BY m.derived_activity_type
ORDER BY orphaned DESC, activity_type
LIMIT 20;
