-- hs_norm_or_null(x): hs_norm(), but NULL stays NULL: for tests that are not made.
CREATE FUNCTION hs_norm_or_null(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(btrim(x, E'\t\n\x0b\f\r ' || chr(160)) COLLATE "C");
COMMENT ON FUNCTION hs_norm_or_null(text) IS 'hs_norm(), but NULL stays NULL.';
