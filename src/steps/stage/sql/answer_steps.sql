-- Every step, done or not.
WITH place (name, position) AS (
	VALUES ('init', 0), ('load', 1), ('resolve', 2), ('derive', 3), ('validate', 4), ('payloads', 5), ('report', 6))
SELECT p.name, ifnull(s.state, 'to do'), s.as_of FROM place p LEFT JOIN step s ON s.name = p.name ORDER BY p.position;
