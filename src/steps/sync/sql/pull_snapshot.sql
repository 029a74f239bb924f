-- The moment that this transaction sees the server at, as the server's last_updated columns would have it, and in
-- UTC. A transaction that was writing then and is not seen may have an earlier time than its end: so the oldest
-- such begin counts, as far as this role may know it, and on a standby the last commit that has come. At last how many
-- writers there are that it may know nothing of.
SELECT to_char(t, 'YYYY-MM-DD HH24:MI:SS.US'), to_char(t AT TIME ZONE current_setting('TimeZone') AT TIME ZONE 'UTC',
	'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
	(SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
		WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted
			AND a.datname = current_database() AND a.xact_start IS NULL)
FROM (
	SELECT least(localtimestamp, min(xact_start)::timestamp,
		CASE WHEN pg_is_in_recovery() THEN pg_last_xact_replay_timestamp()::timestamp END) AS t
	FROM pg_stat_activity
	WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
) s;
