-- The steps that the report stands on.
WITH place (name, position) AS (
	VALUES ('init', 0), ('load', 1), ('resolve', 2), ('derive', 3), ('validate', 4), ('payloads', 5))
SELECT p.name AS step, ifnull(s.state, 'to do') AS state FROM place p LEFT JOIN step s ON s.name = p.name ORDER BY p.position;
