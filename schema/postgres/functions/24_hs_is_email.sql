-- hs_is_email(x): whether the text can be an e-mail address: at most 254 bytes, one @, something before it, behind
-- it labels with at least one dot between them and none of them empty; no white space, no control character, none
-- of < > , ; anywhere.
CREATE FUNCTION hs_is_email(x text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN x ~ '^[^\u0001-\u0020\u007f-\u00a0<>,;@]+@[^\u0001-\u0020\u007f-\u00a0<>,;@.]+(\.[^\u0001-\u0020\u007f-\u00a0<>,;@.]+)+$'
	AND octet_length(x) <= 254;
COMMENT ON FUNCTION hs_is_email(text) IS 'Whether a text can be an e-mail address.';
