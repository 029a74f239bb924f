-- hs_is_markup(x): whether a text is HTML: it has a closing tag, a line break, a paragraph or the like. "a < b" and
-- "<ann@example.com>" are none. (src/core/markup.h)
CREATE FUNCTION hs_is_markup(x text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(x COLLATE "C") ~ '</[a-z]|<br|<p[> ]|<div|<html|<body|<table|<span|<!doctype';
COMMENT ON FUNCTION hs_is_markup(text) IS 'Whether a text is HTML.';
