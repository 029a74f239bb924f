-- gate: load_unrecognised
-- The comm_type values that no rule recognised, with the activity they fell to and their number.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'load_unrecognised' AND NOT passed)
SELECT u.comm_type, u.activity_type, sum(u.row_count) AS row_count
FROM failed CROSS JOIN v_unrecognised_code u
GROUP BY u.comm_type, u.activity_type
ORDER BY row_count DESC, u.comm_type
LIMIT 20;
