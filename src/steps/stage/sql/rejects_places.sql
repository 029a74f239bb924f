-- Where each column of file ?1 stands among them, from 0; NULL for the columns that rejects.csv itself adds.
WITH together AS (
	SELECT lower(c.header) AS header, row_number() OVER (ORDER BY min(i.position * 100000 + c.position)) - 1 AS place
	FROM input_column c JOIN input i ON i.id = c.input_id
	WHERE i.kind = 'communications' AND c.header NOT LIKE 'reject\_%' ESCAPE '\'
	GROUP BY lower(c.header))
SELECT t.place
FROM input_column c LEFT JOIN together t ON t.header = lower(c.header)
WHERE c.input_id = ?1
ORDER BY c.position;
