-- Lengths of the three texts in characters, in classes. longest_id: whose text is the longest.
SELECT activity, a AS text,
	ifnull(sum(rows) FILTER (WHERE b = '0'), 0) AS none,
	ifnull(sum(rows) FILTER (WHERE b = '1'), 0) AS to_50,
	ifnull(sum(rows) FILTER (WHERE b = '2'), 0) AS to_200,
	ifnull(sum(rows) FILTER (WHERE b = '3'), 0) AS to_500,
	ifnull(sum(rows) FILTER (WHERE b = '4'), 0) AS to_2000,
	ifnull(sum(rows) FILTER (WHERE b = '5'), 0) AS to_10000,
	ifnull(sum(rows) FILTER (WHERE b = '6'), 0) AS to_65536,
	ifnull(sum(rows) FILTER (WHERE b = '7'), 0) AS over_65536,
	max(rows) FILTER (WHERE kind = 'longest') AS longest,
	max(first_id) FILTER (WHERE kind = 'longest') AS longest_id
FROM temp.report_count
WHERE kind IN ('length', 'longest')
GROUP BY activity, a
ORDER BY CASE a WHEN 'subject' THEN 1 WHEN 'note' THEN 2 ELSE 3 END,
	CASE activity WHEN 'calls' THEN 1 WHEN 'emails' THEN 2 WHEN 'meetings' THEN 3 WHEN 'notes' THEN 4 WHEN 'tasks' THEN 5
	WHEN 'communications' THEN 6 ELSE 7 END;
