-- The push state of the derived rows, a row a type that has any.
WITH derived AS (
	SELECT 0 AS position, 'calls' AS activity, api_push_status FROM ic_calls
	UNION ALL SELECT 1, 'emails', api_push_status FROM ic_emails
	UNION ALL SELECT 2, 'meetings', api_push_status FROM ic_meetings
	UNION ALL SELECT 3, 'notes', api_push_status FROM ic_notes
	UNION ALL SELECT 4, 'tasks', api_push_status FROM ic_tasks
	UNION ALL SELECT 5, 'communications', api_push_status FROM ic_communications
	UNION ALL SELECT 6, 'postal_mail', api_push_status FROM ic_postal_mail
)
SELECT activity, count(*) AS rows, count(*) FILTER (WHERE api_push_status = 'pushed') AS pushed,
	count(*) FILTER (WHERE api_push_status = 'failed') AS failed, count(*) FILTER (WHERE api_push_status = 'pending') AS pending
FROM derived
GROUP BY position, activity
ORDER BY position
