-- gate: resolution_contact
-- The person ids that did not resolve, those of most rows first.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'resolution_contact' AND NOT passed)
SELECT u.legacy_id, u.message
FROM failed CROSS JOIN v_unresolved_reference u
WHERE u.entity_type = 'contact'
ORDER BY u.row_count DESC, u.legacy_id
LIMIT 20;
