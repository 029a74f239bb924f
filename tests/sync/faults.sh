# What goes wrong: out of reach, no rights, locks, read-only, disk full, the connection cut at any message, the server killed. Always
# one clear error, all of the push or nothing of it, and running again continues.

F=$root/fixtures

# the tables as text, without what differs from push to push
state()
{
	sql "SELECT md5(string_agg(r, '' ORDER BY r)) FROM (
		SELECT (to_jsonb(t) - 'id' - 'last_updated')::text AS r FROM ic_communication_master t
		UNION ALL SELECT (to_jsonb(t) - 'id' - 'ic_communication_master_id' - 'last_updated')::text FROM ic_calls t
		UNION ALL SELECT (to_jsonb(t) - 'id' - 'ic_communication_master_id' - 'last_updated')::text FROM ic_tasks t
		UNION ALL SELECT (to_jsonb(t) - 'id')::text FROM reconciliation_log t
		UNION ALL SELECT run_id FROM sync_run) s"
}

empty()
{
	sql "DELETE FROM ic_communication_master; DELETE FROM communication_link; DELETE FROM reconciliation_log; DELETE FROM sync_run"
}

# refused NAME STATUS WORDS ARG...: fails with that status and one line with those words; nothing changed
refused()
{
	local name=$1 want=$2 words=$3 was

	shift 3
	was=$(state)
	run_sync "$@"
	is "$name: exit status" "$want" "$status"
	has "$name: words" "$words" "$work/err"
	is "$name: one line" 1 "$(grep -vc warning "$work/err")"
	is "$name: nothing changed" "$was" "$(state)"
}

database faults
run_sync deploy --as-of 2026-01-01
workspace small "$F/edge/statuses.csv" --contacts "$F/edge/contacts.csv" --companies "$F/edge/companies.csv" \
	--deals "$F/edge/deals.csv" --as-of 2026-01-01

refused "a server that is not there" 7 "Connection refused" push --out "$work/small" --db "host=127.0.0.1 port=1"
refused "a host that has no address" 7 "could not translate" push --out "$work/small" --db "host=nowhere.invalid"
refused "a database that is not there" 7 "does not exist" push --out "$work/small" --db "dbname=nothing"
refused "a role that is not there" 7 "does not exist" push --out "$work/small" --db "user=nobody_there"
refused "a schema that is not there" 6 "has no schema 'elsewhere'" push --out "$work/small" --schema elsewhere
refused "text that is no connection" 2 "--db" push --out "$work/small" --db "postgresql://[::1"
refused "a password in --db" 2 ".pgpass" push --out "$work/small" --db "postgresql://admin:canary@localhost/faults"
is "the password is not repeated" 0 "$(grep -c canary "$work/err" "$work/out" | grep -vc ':0')"
refused "no workspace" 6 "staging.db" push --out "$work/nothing"
refused "another program's database" 6 "another program" push --out "$(mkdir -p "$work/alien"; sqlite3 "$work/alien/staging.db" 'CREATE TABLE t (a)'; echo "$work/alien")"

PGOPTIONS='' psql -Xqc "CREATE ROLE reader LOGIN" -c "CREATE ROLE stranger LOGIN"
sql "GRANT USAGE ON SCHEMA staging TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA staging TO reader"
refused "a role that may only read" 6 "permission denied" push --out "$work/small" --db "user=reader"
refused "a role that may not even see" 6 "may not use schema 'staging'" push --out "$work/small" --db "user=stranger"
refused "deploy without rights" 6 "permission denied" deploy --rules plan --timezone Europe/Paris --db "user=reader"
run_sync check --db "user=reader"
is "check tells a reader" 0 "$status"
has "that it cannot push" "push           no" "$work/out"
run_sync pull --dir "$work/reader" --db "user=reader"
is "a reader pulls nothing from nothing" 5 "$status"

psql -Xqc "ALTER DATABASE faults SET default_transaction_read_only = on"
refused "a read-only server" 6 "read-only" push --out "$work/small"
psql -Xqc "SET default_transaction_read_only = off" -c "ALTER DATABASE faults RESET default_transaction_read_only"

psql -XqAt -c "BEGIN; LOCK TABLE staging.ic_calls IN ACCESS EXCLUSIVE MODE; SELECT 'held'; SELECT pg_sleep(60)" >"$work/held" 2>&1 &
holder=$!
until sql "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'ic_calls'::regclass" | grep -q 1; do :; done
run_sync push --out "$work/small" --lock-timeout 1
is "a table that is locked: exit status" 6 "$status"
has "a table that is locked: words" "another session holds a lock" "$work/err"
kill $holder
psql -Xqc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()" >"$work/out"
wait $holder 2>/dev/null
is "a table that is locked: nothing changed" 0 "$(sql "SELECT count(*) FROM sync_run")"

psql -Xqc "ALTER ROLE admin SET statement_timeout = '1ms'"
run_sync push --out "$work/small"
is "a statement timeout" 7 "$status"
psql -Xqc "SET statement_timeout = 0" -c "ALTER ROLE admin RESET statement_timeout"

# A disk that is full: the tables in a tablespace of a few pages. Needs the right to mount.
mkdir "$work/tiny"
if mount -t tmpfs -o size=1m tmpfs "$work/tiny" 2>/dev/null; then
	[ -z "$server_user" ] || chown "$server_user" "$work/tiny"
	workspace large "$F/demo/communications.csv" --contacts "$F/demo/contacts.csv" --companies "$F/demo/companies.csv" \
		--deals "$F/demo/deals.csv" --as-of 2026-01-01
	psql -Xqc "CREATE TABLESPACE tiny LOCATION '$work/tiny'"
	sql "ALTER TABLE ic_communication_master SET TABLESPACE tiny"
	refused "a full disk" 6 "disk is full" push --out "$work/large"
	sql "ALTER TABLE ic_communication_master SET TABLESPACE pg_default"
	psql -Xqc "DROP TABLESPACE tiny"
	umount "$work/tiny"
	run_sync push --out "$work/large"
	is "with room again it goes through" 0 "$status"
	empty
else
	echo "a full disk: not tested, no right to mount"
fi

# The connection cut at a message of one side. PROXY runs in front of the server; pushes through it.
cc -std=c11 -D_GNU_SOURCE -O2 -o "$work/cutproxy" tests/sync/cutproxy.c || failed=$((failed + 1))

# through SIDE NUMBER MODE: a push through the proxy
through()
{
	rm -f "$work/port"
	"$work/cutproxy" "$work/port" 127.0.0.1 "$port" "$1" "$2" "$3" "$work/count" &
	proxy=$!
	until [ -s "$work/port" ]; do :; done
	run_sync push --out "$work/small" --db "host=127.0.0.1 port=$(cat "$work/port") sslmode=disable gssencmode=disable"
	# the count is written when the connection has ended, which may be behind the end of the push
	[ "$2" != 0 ] || until [ "$(cat "$work/count")" != 0 ] || ! kill -0 $proxy 2>/dev/null; do :; done
	kill $proxy 2>/dev/null
	wait $proxy 2>/dev/null
}

empty
nothing=$(state)
run_sync push --out "$work/small"
all=$(state)
is "a push changes something" yes "$([ "$nothing" != "$all" ] && echo yes)"

# settled NAME: what the exit status says is so, and running again brings the rest
settled()
{
	local now

	now=$(state)
	case $status in
	0) [ "$now" = "$all" ] ;;
	7) [ "$now" = "$nothing" ] ;;
	8) [ "$now" = "$all" ] || [ "$now" = "$nothing" ] ;;
	*) false ;;
	esac || wrong="$wrong $1:$status"
	[ "$(grep -vc warning "$work/err")" = "$((status != 0))" ] || wrong="$wrong $1:$(grep -vc warning "$work/err")-lines"
	statuses[status]=$((${statuses[status]:-0} + 1))
	run_sync push --out "$work/small"
	[ "$status" = 0 ] && [ "$(state)" = "$all" ] || wrong="$wrong $1:again-$status"
}

for side in client server; do
	empty
	through $side 0 behind
	count=$(cat "$work/count")
	is "a push through the proxy, $side counted" 0 "$status"
	is "there are messages of the $side" yes "$([ "${count:-0}" -gt 20 ] && echo yes)"
	for mode in before behind torn refuse; do
		wrong= statuses=() cuts=0
		for ((n = 1; n <= count; n++)); do
			[ "${SYNC_SWEEP:-}" = all ] || [ $((n % 137)) = 3 ] || [ $((count - n)) -le 4 ] || continue
			[ $mode != refuse ] || [ $((count - n)) -le 4 ] || continue
			empty
			through $side $n $mode
			settled "$n"
			cuts=$((cuts + 1))
		done
		is "cut $mode message n of the $side ($cuts of $count)" "" "$wrong"
		is "the $side was cut $mode" yes "$([ $cuts -gt 0 ] && echo yes)"
		echo "cut $mode $side: $cuts cuts of $count messages; applied and known ${statuses[0]:-0}, not applied ${statuses[7]:-0}, unknown ${statuses[8]:-0}"
	done
done

# The server killed at a message: it comes back while the push is asking.
wrong= statuses=() kills=0
for ((n = count - 3; n > 0; n -= count / ${SYNC_KILLS:-4})); do
	empty
	POSTMASTER=$(head -1 "$cluster/data/postmaster.pid")
	export POSTMASTER
	{ until ! kill -0 "$POSTMASTER" 2>/dev/null; do :; done; cluster_start; } &
	starter=$!
	through server $n kill
	wait $starter
	settled "$n"
	kills=$((kills + 1))
done
is "the server killed at message n ($kills)" "" "$wrong"
is "the server was killed" yes "$([ $kills -gt 0 ] && echo yes)"
echo "server killed: $kills times; applied and known ${statuses[0]:-0}, not applied ${statuses[7]:-0}, unknown ${statuses[8]:-0}"

# Ctrl-C
empty
psql -XqAt -c "BEGIN; LOCK TABLE staging.ic_calls IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(60)" >"$work/held" 2>&1 &
holder=$!
until sql "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'ic_calls'::regclass" | grep -q 1; do :; done
set -m
"$sync" push --out "$work/small" --lock-timeout 60 >"$work/out" 2>"$work/err" </dev/null &
pushing=$!
set +m
until sql "SELECT count(*) FROM pg_locks WHERE NOT granted" | grep -q 1; do :; done
kill -INT $pushing
wait $pushing
is "Ctrl-C: exit status" 130 $?
has "Ctrl-C: words" "interrupted" "$work/err"
kill $holder
psql -Xqc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()" >"$work/out"
wait $holder 2>/dev/null
is "Ctrl-C: nothing changed" "$nothing" "$(state)"
