# What goes wrong: out of reach, no rights, locks, read-only, disk full, a slow COMMIT, the server killed, Ctrl-C. Always one clear
# error, all of the push or nothing of it, and running again continues.

. tests/sync/proxy.sh

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

hold "BEGIN; LOCK TABLE ic_calls IN ACCESS EXCLUSIVE MODE"
run_sync push --out "$work/small" --lock-timeout 1
is "a table that is locked: exit status" 6 "$status"
has "a table that is locked: words" "another session holds a lock" "$work/err"
let_go
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

# A COMMIT that takes its time: the connection is lost meanwhile, and whoever asks has to wait for it.
empty
through client 0 behind
last=$count
sql "CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END';
	CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON sync_run DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION take_time()"
empty
hold "SELECT pg_advisory_lock(4711)"
through client $((last - 1)) behind --reconnect-timeout 60 &
pushing=$!
sql_until "(SELECT count(*) = 2 FROM pg_locks WHERE NOT granted)"
is "nothing is applied while COMMIT is under way" 0 "$(sql "SELECT count(*) FROM sync_run")"
let_go
wait $pushing
is "a COMMIT that takes its time is applied" "$all" "$(state)"
has "and that is found out" "the server says that it was applied" "$work/err"
sql "DROP TRIGGER slow ON sync_run"

# The server killed at a message: it comes back while the push is asking.
empty
through server 0 behind
last=$count wrong='' statuses=() cuts=0
for ((n = last; n > 0; n -= (last - n < 6 ? 1 : last / ${SYNC_KILLS:-4}))); do
	empty
	POSTMASTER=$(head -1 "$cluster/data/postmaster.pid")
	export POSTMASTER
	{ tail --pid="$POSTMASTER" -s 0.02 -f /dev/null; cluster_start; } &
	starter=$!
	through server $n kill
	wait $starter
	settled "$n"
	cuts=$((cuts + 1))
done
is "the server killed at message n ($cuts)" "" "$wrong"
is "the server was killed" yes "$([ $cuts -gt 0 ] && echo yes)"
echo "server killed: $cuts times; $(outcomes)"

# Ctrl-C, while the server is asked whether COMMIT was applied: nobody is let in
empty
through server $((last - 1)) refuse --reconnect-timeout 600 &
pushing=$!
sql_until "EXISTS (SELECT 1 FROM sync_run)"
kill -INT "$(cat "$work/client_process")"
timeout 120 tail --pid="$(cat "$work/client_process")" -s 0.02 -f /dev/null
is "Ctrl-C ends the asking after a lost COMMIT" 0 $?
wait $pushing
has "which leaves the outcome unknown" "it may have been applied" "$work/err"
run_sync push --out "$work/small"
is "until the same push finds out" "0 $all" "$status $(state)"

# Ctrl-C
empty
hold "BEGIN; LOCK TABLE ic_calls IN ACCESS EXCLUSIVE MODE"
set -m
"$sync" push --out "$work/small" --lock-timeout 60 >"$work/out" 2>"$work/err" </dev/null &
pushing=$!
set +m
sql_until "EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)"
kill -INT $pushing
wait $pushing
is "Ctrl-C: exit status" 130 $?
has "Ctrl-C: words" "interrupted" "$work/err"
let_go
is "Ctrl-C: nothing changed" "$nothing" "$(state)"
