-- hs_plain(x): the text without the control characters that are not sent: all below the blank but tab, line feed and
-- carriage return. (translate() looks at every character for each of its 28: it is asked only where there is one.)
CREATE FUNCTION hs_plain(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x ~ '[\x01-\x08\x0b\x0c\x0e-\x1f]'
	THEN translate(x, E'\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f', '')
	ELSE x END;
COMMENT ON FUNCTION hs_plain(text) IS 'A text without the control characters that are not sent.';
