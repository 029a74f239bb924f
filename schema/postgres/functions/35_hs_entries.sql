-- hs_entries(list): the entries of a list of e-mail addresses, as src/core/address.c has them: parted by semicolons, one
-- with several @ by commas too; of each what stands in <>, else the whole, without blanks, quotes and brackets around it.
-- Empty ones are left out.
CREATE FUNCTION hs_entries(list text) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $function$
DECLARE
	part text;
	entry text;
BEGIN
	FOREACH part IN ARRAY string_to_array(list, ';') LOOP
		WHILE part IS NOT NULL LOOP
			IF length(part) - length(replace(part, '@', '')) > 1 AND strpos(part, ',') > 0 THEN
				entry := split_part(part, ',', 1);
				part := substr(part, strpos(part, ',') + 1);
			ELSE
				entry := part;
				part := NULL;
			END IF;
			entry := btrim(coalesce(substring(entry FROM '^[^<]*<([^>]*)>'), entry), E'''"[] \t\r\n');
			IF entry <> '' THEN
				RETURN NEXT entry;
			END IF;
		END LOOP;
	END LOOP;
END
$function$;
COMMENT ON FUNCTION hs_entries(text) IS 'The entries of a list of e-mail addresses.';
