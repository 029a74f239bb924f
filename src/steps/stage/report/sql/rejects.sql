-- Rejected records by code and column, with the first three places.
WITH numbered AS (
	SELECT r.code, r.column_name, i.name || ':' || r.line AS place, r.message,
		row_number() OVER (PARTITION BY r.code, r.column_name ORDER BY r.id) AS number,
		count(*) OVER (PARTITION BY r.code, r.column_name) AS rows
	FROM reject r JOIN input i ON i.id = r.input_id
)
SELECT code, column_name, max(rows) AS rows, group_concat(place, ', ') AS first_lines, min(message) AS example
FROM (SELECT * FROM numbered WHERE number <= 3 ORDER BY code, column_name, number)
GROUP BY code, column_name
ORDER BY 3 DESC, code, column_name;
