-- hs_time(local, zone): a local time as HubSpot gets it; NULL when it is outside the years 1 to 9999 in UTC, which
-- only the first and the last days of them can be.
CREATE FUNCTION hs_time(local timestamp, zone text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
	WHEN local >= '0001-01-03' AND local < '9999-12-30'
		OR hs_utc(local, zone) >= '0001-01-01' AND hs_utc(local, zone) < '10000-01-01'
	THEN to_char(hs_utc(local, zone), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
END;
COMMENT ON FUNCTION hs_time(timestamp, text) IS 'A local time as HubSpot gets it.';
