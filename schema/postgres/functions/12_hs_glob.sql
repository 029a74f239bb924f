-- hs_glob(pattern): SQLite's GLOB pattern as a regular expression: * any text, ? any character, [...] and [^...]
-- sets, where a ] that comes first is an ordinary character. Letters, digits and blanks stand for themselves,
-- anything else is escaped.
CREATE FUNCTION hs_glob(pattern text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
	SELECT '^' || coalesce(string_agg(
		CASE
			WHEN m[1] = '*' THEN '.*'
			WHEN m[1] = '?' THEN '.'
			WHEN length(m[1]) > 1 AND left(m[1], 2) = '[^' THEN
				'[^' || regexp_replace(substr(m[1], 3, length(m[1]) - 3), '([\\\[\]^])', '\\\1', 'g') || ']'
			WHEN length(m[1]) > 1 THEN
				'[' || regexp_replace(substr(m[1], 2, length(m[1]) - 2), '([\\\[\]^])', '\\\1', 'g') || ']'
			WHEN m[1] ~ '[[:alnum:][:space:]]' THEN m[1]
			ELSE '\' || m[1]
		END, '' ORDER BY position), '') || '$'
	FROM regexp_matches(pattern, '\[\^?\]?[^\]]*\]|.', 'g') WITH ORDINALITY AS t(m, position)
	WHERE pattern IS NOT NULL
	HAVING pattern IS NOT NULL
);
COMMENT ON FUNCTION hs_glob(text) IS 'A GLOB pattern as a regular expression.';
