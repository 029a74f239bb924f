-- hs_headers(sender, recipient): hs_email_headers from two hs_address(); NULL when there is neither.
CREATE FUNCTION hs_headers(sender text, recipient text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN sender IS NOT NULL OR recipient IS NOT NULL THEN
	'{' || coalesce('"from":' || sender || ',', '') || '"to":[' || coalesce(recipient, '') || '],"cc":[],"bcc":[]}'
END;
COMMENT ON FUNCTION hs_headers(text, text) IS 'The text of hs_email_headers.';
