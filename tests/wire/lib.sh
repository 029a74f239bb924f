# What the scenarios of tests/wire and the sweeps of tests/faults are made of: a server, a bundle, a push, and what must be
# true afterwards. Source it with BUILD and ROOT set, in an empty directory.

# shellcheck source=tests/wire/bundle.sh
. "$ROOT/tests/wire/bundle.sh"

TOKEN=hubmock-wire-canary-7c1f
PORTAL=4242

# mock OPTION...: a HubSpot on a port of its own; the key is there and unique unless the options say otherwise
mock()
{
	mock_stop
	rm -f port
	"$BUILD/hubmock" --port-file port --token "$TOKEN" --portal "$PORTAL" --log mock.log --log-bodies --search-lag 0 \
		--search-rate 0 --create-key unique "$@" >mock.out 2>&1 &
	mock_pid=$!
	for _ in {1..200}; do
		[ ! -s port ] || break
		sleep 0.02
	done
	port=$(cat port) || return 1
	url=http://127.0.0.1:$port
}

mock_stop()
{
	[ -z "${mock_pid:-}" ] || { kill "$mock_pid" && wait "$mock_pid"; } 2>/dev/null
	mock_pid=
}

# http METHOD PATH [BODY]: prints the body of the answer
http()
{
	local body=${3:-} line length=0

	exec 9<>"/dev/tcp/127.0.0.1/$port" || return 1
	printf '%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s' "$1" "$2" "${#body}" "$body" >&9
	while IFS= read -r line <&9 && [ "$line" != $'\r' ]; do
		[[ ${line,,} == content-length:* ]] && length=${line#*:} && length=${length//[$' \r']/}
	done
	head -c "$length" <&9
	exec 9>&-
}

faults()
{
	http POST /__faults "$1" >faults.out
	grep -q '"rules"' faults.out || { echo "faults: $(cat faults.out)"; return 1; }
}

# pusher COMMAND OPTION...: its words go to push.out and push.err; prints nothing, returns its status
pusher()
{
	HUBSPOT_ACCESS_TOKEN=$TOKEN ${WRAP:-} "$BUILD/hubstage-push" "$@" --base-url "$url" >push.out 2>push.err </dev/null
}

fail()
{
	printf '  %s\n' "$*"
	failures=$((failures + 1))
}

# push STATUS COMMAND OPTION...: runs it with the usual options, and compares the exit status
push()
{
	local want=$1 got command=$2

	shift 2
	case $command in
	push | reconcile) set -- --settle "${SETTLE:-1}" "$@" ;;
	esac
	[ "$command" = status ] || [ "$command" = report ] || set -- --portal "$PORTAL" --rate "${RATE:-2000}" "$@"
	pusher "$command" "$@"
	got=$?
	[ "$got" = "$want" ] || { fail "$command: want exit $want, got $got"; sed 's/^/    /' push.err; }
}

# same WHAT: the text on stdin is the text on fd 3
same()
{
	local want got

	want=$(cat) got=$(cat <&3)
	[ "$want" = "$got" ] || fail "$1: want"$'\n'"$(sed 's/^/      /' <<<"$want")"$'\n'"    got"$'\n'"$(sed 's/^/      /' <<<"$got")"
}

# sent: the requests since the last call, "METHOD PATH INPUTS STATUS" without /crm/objects/2026-09/, expected on stdin. Questions
# about the account and its properties are left out.
sent()
{
	local total

	total=$(wc -l <mock.log)
	same sent 3< <(tail -n "+$((${seen:-0} + 1))" mock.log | grep -v '/account-info/\|/properties/\|"path":"/__' |
		sed -E 's/.*"method":"([A-Z]+)","path":"([^"]*)","status":([0-9]+|null)(.*)/\1 \2 \3 \4/' |
		awk '{
			path = $2
			sub(/^\/crm\/(objects|v3\/objects)\/?(2026-0[39]\/)?/, "", path)
			sub(/^\/crm\/(v4\/)?/, "", path)
			n = path ~ /search$/ ? 0 : gsub(/objectWriteTraceId/, "&")
			if (n == 0 && path ~ /search$/) { n = gsub(/\\"[0-9]+\\"/, "&") }
			else if (n == 0 && path ~ /associations.*create/) n = gsub(/\\"from\\"/, "&")
			else if (n == 0) n = gsub(/\{\\"id\\":/, "&")
			print $1, path, n, $3
		}')
	seen=$total
}

# journal [SQL]: rows of the journal, expected on stdin; by default "TYPE STATE COUNT"
journal()
{
	same journal 3< <(sqlite3 -separator ' ' out/push.db "${1:-SELECT type, state, count(*) FROM record GROUP BY 1, 2}" 2>&1)
}

# truth NAME: a number of what HubSpot really holds
truth()
{
	http GET '/__truth?keys=no' | grep -oE "\"$1\":[0-9]+" | head -n 1 | cut -d: -f2
}

# What holds after every scenario: at most one live record a key, none lost, the journal says what HubSpot holds, and the
# token stands nowhere.
invariants()
{
	local duplicates keys

	duplicates=$(truth duplicates) keys=$(truth distinct_keys)
	[ "$duplicates" = 0 ] || fail "HubSpot has $duplicates duplicates"
	if [ -f out/push.db ]; then
		[ "$(sqlite3 out/push.db 'PRAGMA integrity_check')" = ok ] || fail "the journal is damaged"
		journal "SELECT count(*) FROM record WHERE (hubspot_id IS NOT NULL) <> (state IN ('created', 'updated') OR (action = 'update' AND state <> 'archived'))" <<<0
		[ -n "${unsettled:-}" ] || [ -n "${strangers:-}" ] ||
			journal "SELECT count(*) FROM record WHERE hubspot_id IS NOT NULL" <<<"$keys"
	fi
	! grep -rqF "$TOKEN" out push.out push.err 2>/dev/null || fail "the token is written somewhere"
}
