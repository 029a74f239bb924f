SELECT a AS month, activity, rows FROM temp.report_count WHERE kind = 'month'
ORDER BY a, CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END;
