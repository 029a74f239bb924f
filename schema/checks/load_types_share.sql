-- gate: load_types_share
-- The activity types, the largest first.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_types_share' AND NOT passed)
SELECT m.derived_activity_type AS activity_type, count(*) AS row_count
FROM failed CROSS JOIN ic_communication_master m
GROUP BY m.derived_activity_type
ORDER BY row_count DESC, activity_type
LIMIT 20;
