-- What is to be said of rows that loaded, by code: those in error, then the findings; and the list that names each.
SELECT 'error' AS kind, derived_activity_type AS activity, error_message AS code, NULL AS property, count(*) AS rows, min(id) AS first_id,
	'errors.csv' AS list
FROM ic_communication_master WHERE staging_status = 'error'
GROUP BY error_message, +derived_activity_type
UNION ALL
SELECT kind, activity_type, code, property, count(DISTINCT comm_communicationid), min(comm_communicationid), kind || '.csv'
FROM finding
GROUP BY kind, code, property, activity_type
ORDER BY 1, 5 DESC, 3, 2;
