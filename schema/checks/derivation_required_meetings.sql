-- gate: derivation_required_meetings
-- The rows of ic_meetings without one of their required columns, and which.
WITH failed AS MATERIALIZED (SELECT 1 FROM v_gate WHERE name = 'derivation_required_meetings' AND NOT passed)
SELECT d.id, d.empty_columns
FROM failed CROSS JOIN (
	SELECT ic_communication_master_id AS id,
		ltrim(iif(coalesce(activity_date, '') = '', ', activity_date', '')
			|| iif(coalesce(meeting_name, '') = '', ', meeting_name', '')
			|| iif(coalesce(meeting_start_time, '') = '', ', meeting_start_time', ''), ', ')
			AS empty_columns
	FROM ic_meetings) d
WHERE d.empty_columns <> ''
ORDER BY d.id
LIMIT 20;
