-- hs_json(x): a text as a JSON string with its quotes, in the shortest form, as HubSpot gets it; NULL stays NULL.
CREATE FUNCTION hs_json(x text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_json(x)::text;
COMMENT ON FUNCTION hs_json(text) IS 'A text as a JSON string with its quotes.';
