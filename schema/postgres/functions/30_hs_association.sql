-- hs_association(record, type): one association of a payload; NULL when there is no record.
CREATE FUNCTION hs_association(record bigint, type bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '{"to":{"id":"' || record
	|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":' || type || '}]}';
COMMENT ON FUNCTION hs_association(bigint, bigint) IS 'One association of a payload.';
