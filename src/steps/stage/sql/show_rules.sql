-- The classification, a rule a row, its tests in words.
SELECT position AS rule,
	CASE WHEN tests = '' THEN 'anything else' ELSE substr(tests, 6) END AS "when",
	coalesce(activity, 'notes') AS becomes, direction, activity_status AS status, coalesce(decision, 'derive') AS decision, reason
FROM (
	SELECT *,
		coalesce(' and type is ' || type, '') || coalesce(' and action is ' || action, '')
		|| coalesce(' and status is ' || status, '') || coalesce(' and priority is ' || priority, '')
		|| CASE case_id WHEN 'yes' THEN ' and it has a case' WHEN 'no' THEN ' and it has no case' ELSE '' END
		|| CASE person WHEN 'yes' THEN ' and it has a person' WHEN 'no' THEN ' and it has no person' ELSE '' END
		|| CASE company WHEN 'yes' THEN ' and it has a company' WHEN 'no' THEN ' and it has no company' ELSE '' END
		|| CASE deal WHEN 'yes' THEN ' and it has a deal' WHEN 'no' THEN ' and it has no deal' ELSE '' END
		|| CASE note WHEN 'yes' THEN ' and it has a note' WHEN 'no' THEN ' and it has no note' ELSE '' END
		|| CASE email WHEN 'yes' THEN ' and Comm_Email is filled' WHEN 'no' THEN ' and Comm_Email is empty' ELSE '' END
		|| coalesce(' and the subject is like ' || subject, '') AS tests
	FROM classification_rule)
ORDER BY position;
