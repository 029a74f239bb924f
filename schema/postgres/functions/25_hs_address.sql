-- hs_address(email, first_name, last_name): one side of an e-mail's headers as a JSON object; NULL when its address
-- is none.
CREATE FUNCTION hs_address(email text, first_name text, last_name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN hs_is_email(email) THEN
	'{"email":' || hs_json(hs_plain(email))
	|| coalesce(',"firstName":' || hs_json(hs_plain(first_name)), '')
	|| coalesce(',"lastName":' || hs_json(hs_plain(last_name)), '') || '}'
END;
COMMENT ON FUNCTION hs_address(text, text, text) IS 'One side of an e-mail''s headers as a JSON object.';
