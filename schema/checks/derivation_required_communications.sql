-- gate: derivation_required_communications
-- The rows of ic_communications without one of their required columns, and which.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_required_communications' AND NOT passed)
SELECT d.id, d.empty_columns
FROM failed CROSS JOIN (
	SELECT ic_communication_master_id AS id,
		ltrim(iif(coalesce(activity_date, '') = '', ', activity_date', '')
			|| iif(coalesce(communication_body, '') = '', ', communication_body', '')
			|| iif(coalesce(channel_type, '') = '', ', channel_type', ''), ', ')
			AS empty_columns
	FROM ic_communications) d
WHERE d.empty_columns <> ''
ORDER BY d.id
LIMIT 20;
