-- hs_first_address(list): the first address of a list, for a column: what stands in <> of what comes before the first
-- semicolon, else that, without blanks and quotes around it; NULL when there is no @ in it, or more than 500 characters.
CREATE FUNCTION hs_first_address(list text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
	SELECT CASE WHEN address ~ '.@.' AND length(address) <= 500 THEN address END
	FROM (
		SELECT btrim(CASE
			WHEN lt = 0 THEN first
			WHEN gt > lt THEN substr(first, lt + 1, gt - lt - 1)
			ELSE substr(first, gt, lt + 1 - gt)
		END, E'\t\n\r "''') AS address
		FROM (
			SELECT first, strpos(first, '<') AS lt, strpos(first || '>', '>') AS gt
			FROM (SELECT split_part(list, ';', 1) AS first) f
		) p
	) a
);
COMMENT ON FUNCTION hs_first_address(text) IS 'The first address of a list.';
