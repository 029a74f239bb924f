-- gate: derivation_required_postal_mail
-- The rows of ic_postal_mail without one of their required columns, and which.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_required_postal_mail' AND NOT passed)
SELECT d.id, d.empty_columns
FROM failed CROSS JOIN (
	SELECT ic_communication_master_id AS id,
		ltrim(iif(coalesce(activity_date, '') = '', ', activity_date', '')
			|| iif(coalesce(postal_mail_body, '') = '', ', postal_mail_body', ''), ', ')
			AS empty_columns
	FROM ic_postal_mail) d
WHERE d.empty_columns <> ''
ORDER BY d.id
LIMIT 20;
