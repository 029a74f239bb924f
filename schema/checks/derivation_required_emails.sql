-- gate: derivation_required_emails
-- The rows of ic_emails without one of their required columns, and which; but for those that a rule or a filter holds
-- back: they wait for a decision, also about their direction.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_required_emails' AND NOT passed)
SELECT d.id, d.empty_columns
FROM failed CROSS JOIN (
	SELECT ic_communication_master_id AS id,
		ltrim(iif(coalesce(activity_date, '') = '', ', activity_date', '')
			|| iif(coalesce(email_subject, '') = '', ', email_subject', '')
			|| iif(coalesce(email_direction, '') = '', ', email_direction', ''), ', ')
			AS empty_columns
	FROM ic_emails) d
WHERE d.empty_columns <> ''
	AND NOT EXISTS (SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
		WHERE m.id = d.id AND f.kind = 'held' AND f.property IS NULL)
ORDER BY d.id
LIMIT 20;
