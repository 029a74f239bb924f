-- hs_utc_near_change(local, zone): a local time as UTC, where the zone's offset changed shortly before. A time that
-- exists twice is the first one, one that does not exist moves forward by the gap. PostgreSQL does the latter by
-- itself, and takes the second for the former: so the offsets that held up to 26 hours before are tried, and the
-- earliest moment at which the zone's clock shows the local time is it.
CREATE FUNCTION hs_utc_near_change(local timestamp, zone text) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
	SELECT coalesce(min(moment) FILTER (WHERE timezone(zone, timezone('UTC', moment)) = local), min(usual))
	FROM (
		SELECT usual, local - (timezone(zone, timezone('UTC', before)) - before) AS moment
		FROM (
			SELECT timezone('UTC', timezone(zone, local)) AS usual,
				timezone('UTC', timezone(zone, local)) - back AS before
			FROM unnest(ARRAY['0', '20 minutes', '1 hour', '3 hours', '26 hours']::interval[]) back
		) b
	) m
);
COMMENT ON FUNCTION hs_utc_near_change(timestamp, text) IS 'hs_utc() where the zone''s offset changed shortly before.';
