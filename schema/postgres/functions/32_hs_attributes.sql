-- hs_attributes(x): of the attributes of a tag those that are kept, each with a blank before it: links to http, https,
-- mailto and tel, pictures by http and https, alt, colspan and rowspan. A value is what stands between quotes, or up to
-- the next blank.
CREATE FUNCTION hs_attributes(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
	SELECT string_agg(' ' || name || '="' || regexp_replace(
		replace(replace(replace(value, '"', '&quot;'), '<', '&lt;'), '>', '&gt;'), '[\x01-\x1f]', '', 'g') || '"',
		'' ORDER BY position)
	FROM (
		SELECT position, lower(m[1] COLLATE "C") AS name, coalesce(m[3], m[4], m[5], '') AS value
		FROM regexp_matches(x, '[ \t\n\r\f/]*([^ \t\n\r\f=]*)'
			'(?:$|[ \t\n\r\f]|(=)(?:"([^"]*)"?|''([^'']*)''?|([^ \t\n\r\f"''][^ \t\n\r\f]*)?))', 'g')
			WITH ORDINALITY AS t (m, position)
		WHERE m[2] IS NOT NULL
	) a
	WHERE name IN ('alt', 'colspan', 'rowspan')
		OR name = 'href' AND value !~ '[\x01-\x1f]' AND lower(value COLLATE "C") ~ '^(?:https?|mailto|tel):'
		OR name = 'src' AND value !~ '[\x01-\x1f]' AND lower(value COLLATE "C") ~ '^https?:'
);
COMMENT ON FUNCTION hs_attributes(text) IS 'Of the attributes of a tag those that are kept.';
