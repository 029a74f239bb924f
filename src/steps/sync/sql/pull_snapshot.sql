-- The moment that this transaction sees the server at, as the server's last_updated columns would have it, and in
-- UTC. A transaction that was writing then and is not seen may have an earlier time than its end: so the oldest
-- such begin counts, as far as this role may know it.
SELECT to_char(t, 'YYYY-MM-DD HH24:MI:SS.US'), to_char(t AT TIME ZONE current_setting('TimeZone') AT TIME ZONE 'UTC',
	'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM (
	SELECT least(localtimestamp, min(xact_start)::timestamp) AS t
	FROM pg_stat_activity
	WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
) s;
