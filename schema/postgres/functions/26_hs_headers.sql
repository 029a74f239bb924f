-- hs_headers(sender, recipients, copies, blind): hs_email_headers from one hs_address() and three lists of them; NULL when
-- there is none.
CREATE FUNCTION hs_headers(sender text, recipients text, copies text, blind text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN coalesce(sender, recipients, copies, blind) IS NOT NULL THEN
	'{' || coalesce('"from":' || sender || ',', '') || '"to":[' || coalesce(recipients, '')
	|| '],"cc":[' || coalesce(copies, '') || '],"bcc":[' || coalesce(blind, '') || ']}'
END;
COMMENT ON FUNCTION hs_headers(text, text, text, text) IS 'The text of hs_email_headers.';
