-- hs_norm(x): what every text test and look-up compares: NULL is the empty text; white space at both ends goes
-- (ASCII's and the no-break space), A to Z become a to z, whatever the database's locale.
CREATE FUNCTION hs_norm(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(btrim(coalesce(x, ''), E'\t\n\x0b\f\r ' || chr(160)) COLLATE "C");
COMMENT ON FUNCTION hs_norm(text) IS 'A text as synonyms are compared: trimmed, ASCII letters in lower case, NULL as empty.';
