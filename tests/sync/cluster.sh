# A private PostgreSQL for the tests: a cluster in a temporary directory, on a socket there and a free port of loopback, owned by a
# user that is not root, removed at the end. Sourced by run; needs $work.

server_user=
if [ "$(id -u)" = 0 ]; then
	server_user=postgres
	id "$server_user" >/dev/null 2>&1 || server_user=nobody
fi

pg_bin=$(command -v initdb 2>/dev/null | xargs -r readlink -f | xargs -r dirname)
[ -n "$pg_bin" ] || pg_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
PATH=${pg_bin:+$pg_bin:}$PATH # psql itself: Debian's /usr/bin/psql is a script that takes longer than the query

# as_server COMMAND...: as the user that the server runs as
as_server()
{
	if [ -n "$server_user" ]; then
		setpriv --reuid="$server_user" --regid="$(id -g "$server_user")" --clear-groups "$@"
	else
		"$@"
	fi
}

cluster_make()
{
	cluster=$work/cluster
	mkdir "$cluster"
	chmod 755 "$work" "$cluster"
	[ -z "$server_user" ] || chown "$server_user" "$cluster"
	as_server "$pg_bin/initdb" -D "$cluster/data" -U admin -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb" 2>&1 ||
		{ cat "$work/initdb"; return 1; }
	cat >>"$cluster/data/postgresql.conf" <<-END
		unix_socket_directories = '$cluster'
		listen_addresses = '127.0.0.1'
		fsync = off
		max_connections = 20
		lc_messages = 'C'
		shared_buffers = 128MB
		jit = off
		client_min_messages = warning
	END
	# below the ports that connections are given: a server that is killed and started again finds its own free
	for port in $(shuf -i 20000-32000 -n 20); do
		echo "port = $port" >>"$cluster/data/postgresql.conf"
		cluster_start && break
	done
	export PGHOST=$cluster PGPORT=$port PGUSER=admin PGDATABASE=postgres
	[ "$(psql -Atc 'SELECT 1')" = 1 ]
}

cluster_start()
{
	as_server "$pg_bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w -t 60 start >/dev/null 2>&1
}

cluster_stop()
{
	[ -z "${cluster:-}" ] || as_server "$pg_bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null 2>&1
}

# sql TEXT: in the schema staging
sql()
{
	PGOPTIONS='-c search_path=staging,public -c client_min_messages=warning' psql -XqAt -v ON_ERROR_STOP=1 -c "$1"
}

# sql_until CONDITION: waits for it, a minute at most
sql_until()
{
	sql "SET statement_timeout = '1min'; DO \$\$ BEGIN WHILE NOT ($1) LOOP PERFORM pg_sleep(0.01); END LOOP; END \$\$"
}

# hold SQL: a session that keeps what this takes, until let_go
hold()
{
	coproc HOLDER { PGOPTIONS='-c search_path=staging,public' exec psql -XqAt -v ON_ERROR_STOP=1 2>&1; }
	holder=$HOLDER_PID
	printf '%s;\nSELECT 1;\n' "$1" >&"${HOLDER[1]}"
	read -r -u "${HOLDER[0]}" _
}

let_go()
{
	is "the session that held was there until now" yes "$([ -n "${HOLDER_PID:-}" ] && echo yes)"
	[ -z "${HOLDER_PID:-}" ] || eval "exec ${HOLDER[1]}>&-"
	wait "$holder"
}

# database NAME: a new one, which is the current one from here on
database()
{
	export PGDATABASE=postgres
	psql -Xqc "DROP DATABASE IF EXISTS $1 WITH (FORCE)" -c "CREATE DATABASE $1" 2>/dev/null
	export PGDATABASE=$1
}
