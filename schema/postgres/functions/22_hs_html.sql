-- hs_html(x): the text as HTML: & < > escaped, each CR LF, LF and CR a <br>, the other control characters but tab
-- dropped. Line ends go first: what stood between a CR and an LF is dropped behind that.
CREATE FUNCTION hs_html(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x ~ '[\x01-\x08\x0b\x0c\x0e-\x1f]'
	THEN hs_plain(replace(replace(replace(replace(replace(replace(
		x, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\r\n', '<br>'), E'\n', '<br>'), E'\r', '<br>'))
	ELSE replace(replace(replace(replace(replace(replace(
		x, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\r\n', '<br>'), E'\n', '<br>'), E'\r', '<br>')
END;
COMMENT ON FUNCTION hs_html(text) IS 'A text as HTML.';
