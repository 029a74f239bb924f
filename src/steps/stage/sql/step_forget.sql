-- A step was taken back, and with it what came after.
WITH place (name, position) AS (
	VALUES ('init', 0), ('load', 1), ('resolve', 2), ('derive', 3), ('validate', 4), ('payloads', 5), ('report', 6))
DELETE FROM step WHERE position >= (SELECT position FROM place WHERE name = ?1);
