-- The derived columns and where they come from; '*': of every view.
SELECT activity, column_name AS "column", source, rule, CASE is_personal WHEN 1 THEN 'yes' END AS personal
FROM column_source
ORDER BY CASE activity WHEN '*' THEN 0 WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4
	WHEN 'tasks' THEN 5 WHEN 'communications' THEN 6 ELSE 7 END, column_name;
