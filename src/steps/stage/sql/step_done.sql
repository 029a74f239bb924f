WITH place (name, position) AS (
	VALUES ('init', 0), ('load', 1), ('resolve', 2), ('derive', 3), ('validate', 4), ('payloads', 5), ('report', 6))
INSERT INTO step (name, position, state, as_of)
SELECT name, position, 'done', ?2 FROM place WHERE name = ?1
ON CONFLICT (name) DO UPDATE SET state = 'done', as_of = excluded.as_of;
