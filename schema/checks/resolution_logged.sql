-- gate: resolution_logged
-- The unresolved references that the log does not have as they are.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'resolution_logged' AND NOT passed)
SELECT u.entity_type, u.legacy_id, u.message
FROM failed CROSS JOIN v_unresolved_reference u
WHERE NOT EXISTS (SELECT 1 FROM reconciliation_log l WHERE l.operation = 'FK_RESOLUTION'
	AND l.entity_type = u.entity_type AND l.legacy_id = u.legacy_id
	AND l.error_message = u.message AND l.status = 'unresolved')
ORDER BY u.entity_type, u.legacy_id
LIMIT 20;
