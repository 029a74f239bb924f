SELECT activity, CAST(a AS INTEGER) AS hour, rows FROM temp.report_count WHERE kind = 'hour'
ORDER BY CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END, a;
