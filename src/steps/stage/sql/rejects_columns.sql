-- The columns of the communications files together, in the order in which they first stand; case makes no difference. A name that a
-- file has twice is two columns.
WITH own AS (
	SELECT c.header, row_number() OVER (PARTITION BY c.input_id, lower(c.header) ORDER BY c.position) AS occurrence,
		i.position * 100000 + c.position AS place
	FROM input_column c JOIN input i ON i.id = c.input_id
	WHERE i.kind = 'communications' AND lower(c.header) NOT IN (
		'reject_file', 'reject_line', 'reject_byte', 'reject_column', 'reject_code', 'reject_message'))
SELECT header FROM own GROUP BY lower(header), occurrence ORDER BY min(place);
