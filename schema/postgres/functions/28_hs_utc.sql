-- hs_utc(local, zone): a local time as UTC: the first of two, forward by the gap. Far from a change of the offset,
-- that is when the clock showed 26 hours less 26 hours before, it is what PostgreSQL says.
CREATE FUNCTION hs_utc(local timestamp, zone text) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
	WHEN zone = 'UTC' THEN local
	WHEN timezone(zone, timezone(zone, local) - interval '26 hours') = local - interval '26 hours'
		THEN timezone('UTC', timezone(zone, local))
	ELSE hs_utc_near_change(local, zone)
END;
COMMENT ON FUNCTION hs_utc(timestamp, text) IS 'A local time as UTC: the first of two, forward by the gap.';
