# The connection cut at any message of one side: all of the push or nothing of it, the exit status says which, and running again
# brings the rest. Sourced by cuts_client and cuts_server.

. tests/sync/proxy.sh
coproc SESSION { PGOPTIONS='-c search_path=staging' exec psql -XqAt -v ON_ERROR_STOP=1; }

# sweep SIDE: all modes at some of the messages and at all of the last ones; COMMIT and its answer cut at each of their bytes
sweep()
{
	local mode n last k wrong cuts statuses name size

	empty
	through "$1" 0 behind
	last=$count
	is "a push through the proxy, $1 counted" 0 "$status"
	is "there are messages of the $1" yes "$([ "${last:-0}" -gt 20 ] && echo yes)"
	for mode in before behind torn refuse terminate client; do
		wrong='' statuses=() cuts=0
		for ((n = 1; n <= last; n++)); do
			[ "${SYNC_SWEEP:-}" = all ] || [ $((n % 67)) = 3 ] || [ $((last - n)) -le 6 ] || continue
			[ "${SYNC_SWEEP:-}" = all ] || [ $mode != refuse ] || [ $((last - n)) -le 6 ] || continue
			cut "$1" $n $mode
		done
		is "cut $mode message n of the $1 ($cuts of $last)" "" "$wrong"
		is "the $1 was cut $mode" yes "$([ $cuts -gt 0 ] && echo yes)"
		echo "cut $mode $1: $cuts of $last messages; $(outcomes)"
	done

	# behind COMMIT the client says goodbye; behind "COMMIT" the server says that it is ready, with 6 bytes
	for mode in byte refuse; do
		for n in $((last - 1)) $last; do
			[ "$1 $n" != "client $last" ] || continue
			wrong='' statuses=() cuts=0
			size=12
			[ "$1 $n" != "server $last" ] || size=6
			for ((k = 0; k <= size; k++)); do
				cut "$1" "$n" $mode:$k
			done
			case "$1 $mode" in
			"client byte") name="not applied until all of COMMIT is there" want="1 12 0" ;;
			"client refuse") name="unknown, as nobody can be asked" want="0 0 13" ;;
			"server byte") name="applied, and found out" want="$cuts 0 0" ;;
			"server refuse") name="unknown until the whole answer is there" want="$((n == last)) 0 $((n == last ? size : size + 1))" ;;
			esac
			is "COMMIT, $1's message $n, cut at each byte, $mode" "" "$wrong"
			is "$name ($1's message $n)" "$want" "${statuses[0]:-0} ${statuses[7]:-0} ${statuses[8]:-0}"
			echo "cut $mode $1, COMMIT, message $n: at each of its bytes; $(outcomes)"
		done
	done
}

