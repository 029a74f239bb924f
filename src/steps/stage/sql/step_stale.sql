-- A step was done again: what comes after it was made from its old result.
WITH place (name, position) AS (
	VALUES ('init', 0), ('load', 1), ('resolve', 2), ('derive', 3), ('validate', 4), ('payloads', 5), ('report', 6))
UPDATE step SET state = 'stale' WHERE position > (SELECT position FROM place WHERE name = ?1);
