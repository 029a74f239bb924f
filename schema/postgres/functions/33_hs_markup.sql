-- hs_markup(x): HTML with nothing but harmless tags, as src/core/markup.c makes it: comments, declarations, scripts,
-- styles and heads go with what they hold, of tags that are not known the contents stay, a '<' that begins no tag becomes
-- &lt;, control characters other than tab and line ends go.
--
-- The text is cut at each '<'. What a piece begins with is looked for in the piece, and in all that follows only when it
-- does not end there: texts are long, and their tags are many. The names in a body like this one are looked up when it
-- runs: hence the search path.
CREATE FUNCTION hs_markup(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path FROM CURRENT AS $function$
DECLARE
	inner_of constant text := '((?:[^>=]|=+[^>="'']|=+"[^"]*"|=+''[^'']*'')*=*)>'; -- up to the > that no quotes hold
	tag constant text := '^(/?)([A-Za-z][!#-&(-.0-;?-\x7f]*)' || inner_of;
	pieces text[] := string_to_array(x, '<');
	at integer := 2;
	done text[] := ARRAY[hs_plain(pieces[1])];
	piece text;
	rest text; -- the piece and all behind it; NULL: not asked for yet
	m text[];
	name text;
	size integer; -- of what is read at the beginning of the piece, or of the rest; NULL: it is no tag
	found integer;
BEGIN
	WHILE at <= cardinality(pieces) LOOP
		piece := pieces[at];
		rest := NULL;
		size := NULL;
		IF left(piece, 1) IN ('!', '?') THEN
			name := CASE WHEN left(piece, 3) = '!--' THEN '-->' ELSE '>' END;
			found := strpos(substr(piece, 2), name);
			IF found = 0 THEN
				rest := array_to_string(pieces[at:], '<');
				found := strpos(substr(rest, 2), name);
			END IF;
			EXIT WHEN found = 0;
			size := found + length(name);
		ELSIF piece ~ '^/?[A-Za-z]' THEN
			m := regexp_match(piece, tag);
			IF m IS NULL AND at < cardinality(pieces) THEN
				rest := array_to_string(pieces[at:], '<');
				m := regexp_match(rest, tag);
			END IF;
			IF strpos(m[2], '@') = 0 THEN
				size := length(m[1]) + length(m[2]) + length(m[3]) + 1;
				name := lower(m[2] COLLATE "C");
				IF name IN ('head', 'iframe', 'noscript', 'object', 'script', 'style', 'title', 'xml') THEN
					IF m[1] = '' AND right(m[3], 1) <> '/' THEN
						rest := coalesce(rest, array_to_string(pieces[at:], '<'));
						found := strpos(lower(substr(rest, size + 1) COLLATE "C"), '</' || name);
						EXIT WHEN found = 0;
						m := regexp_match(substr(rest, size + found), '^' || inner_of);
						EXIT WHEN m IS NULL;
						size := size + found + length(m[1]);
					END IF;
				ELSIF name IN ('a', 'b', 'blockquote', 'br', 'code', 'dd', 'div', 'dl', 'dt', 'em', 'h1', 'h2', 'h3',
					'h4', 'h5', 'h6', 'hr', 'i', 'img', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'sup',
					'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul') THEN
					done := done || ('<' || m[1] || name
						|| CASE m[1] WHEN '' THEN coalesce(hs_attributes(m[3]), '') ELSE '' END || '>');
				END IF;
			END IF;
		END IF;
		IF size IS NULL THEN
			done := done || ('&lt;' || hs_plain(piece));
		ELSIF rest IS NULL THEN
			done := done || hs_plain(substr(piece, size + 1));
		ELSE
			at := at + length(left(rest, size)) - length(replace(left(rest, size), '<', ''));
			done := done || hs_plain(split_part(substr(rest, size + 1), '<', 1));
		END IF;
		at := at + 1;
	END LOOP;
	RETURN array_to_string(done, '');
END
$function$;
COMMENT ON FUNCTION hs_markup(text) IS 'HTML with nothing but harmless tags.';
