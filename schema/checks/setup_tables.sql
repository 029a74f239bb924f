-- gate: setup_tables
-- The tables that are not there.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'setup_tables' AND NOT passed)
SELECT c.name AS missing
FROM failed CROSS JOIN v_contract c
WHERE c.kind = 'table' AND NOT EXISTS (SELECT 1 FROM sqlite_master s WHERE s.type = c.kind AND s.name = c.name)
ORDER BY c.name
LIMIT 20;
