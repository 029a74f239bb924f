-- The first conflicts: the id and two of its lines whose content differs.
SELECT file, id, min(line) AS line, (SELECT min(b.line) FROM profile_row b WHERE b.file = a.file AND b.id = a.id AND b.core <> (
	SELECT f.core FROM profile_row f WHERE f.file = a.file AND f.id = a.id ORDER BY f.line LIMIT 1)) AS other_line
FROM profile_row a
WHERE id IS NOT NULL
GROUP BY file, id
HAVING count(DISTINCT core) > 1
ORDER BY file, min(line)
LIMIT 3;
