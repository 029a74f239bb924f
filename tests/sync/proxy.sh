# A small workspace, pushed through a proxy that cuts the connection: what faults and the cuts of both sides share.

F=$root/fixtures

# one SQL: what it says, in one line
one()
{
	if [ -n "${SESSION_PID:-}" ]; then
		printf '%s;\n' "$1" >&"${SESSION[1]}"
		read -r -u "${SESSION[0]}" said
		echo "$said"
	else
		sql "$1"
	fi
}

# the tables as text, without what differs from push to push
state()
{
	one "SELECT md5(string_agg(r, '' ORDER BY r)) FROM (
		SELECT (to_jsonb(t) - 'id' - 'last_updated')::text AS r FROM ic_communication_master t
		UNION ALL SELECT (to_jsonb(t) - 'id' - 'ic_communication_master_id' - 'last_updated')::text FROM ic_calls t
		UNION ALL SELECT (to_jsonb(t) - 'id' - 'ic_communication_master_id' - 'last_updated')::text FROM ic_tasks t
		UNION ALL SELECT (to_jsonb(t) - 'id')::text FROM reconciliation_log t
		UNION ALL SELECT run_id FROM sync_run) s"
}

empty()
{
	one "DELETE FROM ic_communication_master; DELETE FROM communication_link; DELETE FROM reconciliation_log; DELETE FROM sync_run;
		SELECT 'empty'" >/dev/null
}

cc -std=c11 -D_GNU_SOURCE -O2 -o "$work/cutproxy" tests/sync/cutproxy.c || failed=$((failed + 1))

# through SIDE NUMBER MODE OPTION...: a push through the proxy; $count says how many messages it saw on its first connection
through()
{
	local proxy proxy_port

	export CLIENT=$work/client_process
	"$work/cutproxy" 127.0.0.1 "$port" "$1" "$2" "$3" >"$work/said" &
	proxy=$!
	exec 3<"$work/said"
	read -r -u 3 proxy_port
	shift 3
	# shellcheck disable=SC2016
	sh -c 'echo $$ >"$CLIENT"; exec "$@"' push "$sync" push --out "$work/small" "$@" \
		--db "host=127.0.0.1 port=$proxy_port sslmode=disable gssencmode=disable" >"$work/out" 2>"$work/err" </dev/null
	status=$?
	read -r -u 3 count
	kill "$proxy"
	wait "$proxy"
	exec 3<&-
} 2>>"$work/proxy"

# settled NAME: what the exit status says is so, and running again brings the rest
settled()
{
	local now

	now=$(state)
	case $status in
	0) [ "$now" = "$all" ] ;;
	7) [ "$now" = "$nothing" ] ;;
	8 | 137) [ "$now" = "$all" ] || [ "$now" = "$nothing" ] ;;
	*) false ;;
	esac || wrong="$wrong $1:$status"
	[ "$status" = 137 ] || [ "$(grep -vc warning "$work/err")" = "$((status != 0))" ] ||
		wrong="$wrong $1:$(grep -vc warning "$work/err")-lines"
	statuses[status]=$((${statuses[status]:-0} + 1))
	run_sync push --out "$work/small"
	[ "$status" = 0 ] && [ "$(state)" = "$all" ] || wrong="$wrong $1:again-$status"
}

# cut SIDE NUMBER MODE
cut()
{
	empty
	# who is not let in again need not try for long
	case $3 in
	refuse*) through "$1" "$2" "$3" --reconnect-timeout 0 ;;
	*) through "$1" "$2" "$3" ;;
	esac
	settled "$2"
	cuts=$((cuts + 1))
}

outcomes()
{
	echo "applied and known ${statuses[0]:-0}, not applied ${statuses[7]:-0}, unknown ${statuses[8]:-0}, client killed ${statuses[137]:-0}"
}

database faults
run_sync deploy --as-of 2026-01-01
workspace small "$F/edge/statuses.csv" --contacts "$F/edge/contacts.csv" --companies "$F/edge/companies.csv" \
	--deals "$F/edge/deals.csv" --as-of 2026-01-01
mkfifo "$work/said"
empty
nothing=$(state)
run_sync push --out "$work/small"
all=$(state)
is "a push changes something" yes "$([ "$nothing" != "$all" ] && echo yes)"
empty
