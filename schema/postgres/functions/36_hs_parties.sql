-- hs_parties(list, own, first_name, last_name, most): those on one side of an e-mail: the list's addresses, at most so
-- many, as hs_address() has them, parted by commas; without any the one of its own. The names belong to that. NULL: nobody.
CREATE FUNCTION hs_parties(list text, own text, first_name text, last_name text, most integer)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(
	(SELECT string_agg(hs_address(entry, CASE WHEN is_own THEN first_name END, CASE WHEN is_own THEN last_name END), ','
		ORDER BY position)
	FROM (
		SELECT position, entry, lower(entry COLLATE "C") = lower(own COLLATE "C") AS is_own
		FROM hs_entries(list) WITH ORDINALITY AS t (entry, position)
		WHERE hs_is_email(entry)
		ORDER BY position
		LIMIT most
	) e),
	hs_address(own, first_name, last_name));
COMMENT ON FUNCTION hs_parties(text, text, text, text, integer) IS 'Those on one side of an e-mail, as JSON objects.';
