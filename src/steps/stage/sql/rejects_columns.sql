-- The columns of the communications files together, in the order in which they first stand; case makes no difference.
SELECT c.header
FROM input_column c JOIN input i ON i.id = c.input_id
WHERE i.kind = 'communications' AND c.header NOT LIKE 'reject\_%' ESCAPE '\'
GROUP BY lower(c.header)
ORDER BY min(i.position * 100000 + c.position);
