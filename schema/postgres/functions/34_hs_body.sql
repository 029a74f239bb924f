-- hs_body(x): what a mail program left: HTML is cleaned, anything else becomes HTML.
CREATE FUNCTION hs_body(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN hs_is_markup(x) THEN hs_markup(x) ELSE hs_html(x) END;
COMMENT ON FUNCTION hs_body(text) IS 'What a mail program left, as HTML.';
