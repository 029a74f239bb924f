-- Where each column of file ?1 stands among them, from 0; NULL for the columns that rejects.csv itself adds.
WITH own AS (
	SELECT c.input_id, c.position, lower(c.header) AS header,
		row_number() OVER (PARTITION BY c.input_id, lower(c.header) ORDER BY c.position) AS occurrence,
		i.position * 100000 + c.position AS place
	FROM input_column c JOIN input i ON i.id = c.input_id
	WHERE i.kind = 'communications' AND lower(c.header) NOT IN (
		'reject_file', 'reject_line', 'reject_byte', 'reject_column', 'reject_code', 'reject_message')
), together AS (
	SELECT header, occurrence, row_number() OVER (ORDER BY min(place)) - 1 AS place
	FROM own GROUP BY header, occurrence)
SELECT t.place
FROM input_column c
LEFT JOIN own o ON o.input_id = c.input_id AND o.position = c.position
LEFT JOIN together t ON t.header = o.header AND t.occurrence = o.occurrence
WHERE c.input_id = ?1
ORDER BY c.position;
