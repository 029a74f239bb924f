-- hs_utf16(x): its length in UTF-16 units: what HubSpot's limit of 65,536 counts.
CREATE FUNCTION hs_utf16(x text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN length(x) + length(regexp_replace(x, '[\u0001-\uffff]', '', 'g'));
COMMENT ON FUNCTION hs_utf16(text) IS 'The length of a text in UTF-16 units.';
