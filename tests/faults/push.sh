#!/usr/bin/env bash
# tests/faults/push.sh [kill] [cut] [random] [mutants]: the pusher, killed at every system call that matters, cut off at every
# byte of request and answer, and among random faults. After each: at most one live record a key, none lost, the journal says
# what HubSpot holds, the exit status is honest. FULL=1 takes every point, more seeds and more records. Last line: N passed,
# N failed.
set -u

ROOT=$(cd "$(dirname "$0")/../.." && pwd -P)
cd "$ROOT" || exit 1
BUILD=$(cd "${BUILD:-build}" && pwd -P) || exit 1
export ROOT BUILD LC_ALL=C
unset "${!HUBSPOT_@}"
full=${FULL:-}
work=$(mktemp -d "${TMPDIR:-/tmp}/push-faults.XXXXXX") || exit 1
# shellcheck source=tests/wire/lib.sh
. "$ROOT/tests/wire/lib.sh"
trap 'mock_stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

# point NAME WANT-KEYS: the invariants at one point
point()
{
	local duplicates keys states

	duplicates=$(truth duplicates) keys=$(truth distinct_keys)
	states=$(sqlite3 out/push.db "SELECT count(*) || ' ' || sum(state IN ('created', 'updated')) || ' ' || sum(state IN ('planned', 'sending', 'unknown')) FROM record; PRAGMA integrity_check" 2>&1 | tr '\n' ' ')
	if [ "$duplicates" = 0 ] && [ "$keys" = "$2" ] && [ "$states" = "$3 $2 0 ok " ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$1: duplicates $duplicates, keys $keys of $2; records, done, open: $states"
		head -3 push.err
	fi
}

# A run with every path in it: three batches, a lost answer, a whole batch refused, one record refused by itself.
crowd()
{
	http POST /__reset >/dev/null
	http POST /__faults '{"missing_objects":{"contacts":[505]},"rules":[{"match":{"path":"batch/create","request":[2],"count":"matching"},"do":"commit_then_drop"}]}' >/dev/null
	rm -rf out/push.db*
}

go()
{
	HUBSPOT_ACCESS_TOKEN=$TOKEN "$@" "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --settle 0 --batch 2 \
		--rate 5000 --concurrency "${CONCURRENCY:-2}" --no-read-back >push.out 2>push.err </dev/null
}

kill_sweep()
{
	local call n count step points=0

	mkdir "$work/kill" && cd "$work/kill" || exit 1
	mock --seed 3
	BUNDLE_EDIT='3s/OUTBOUND/SIDEWAYS/' bundle_make out/bundle 6 calls
	crowd
	go strace -f -c -o trace
	point "undisturbed" 4 6
	for call in fdatasync unlink sendto recvfrom poll fsync rename pwrite64 connect openat; do
		count=$(awk -v c="$call" '$NF == c {print $4}' trace)
		step=1
		[ -n "$full" ] || case $call in
		pwrite64) step=9 ;;
		openat) step=7 ;;
		fdatasync | poll) step=2 ;;
		esac
		for ((n = 1; n <= ${count:-0} + 2; n += step)); do
			crowd
			go strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$n" 2>/dev/null
			go
			[ $? = 3 ] || { failed=$((failed + 1)); echo "kill at $call $n: the next run ended with another status than 3"; head -3 push.err; }
			point "kill at $call $n" 4 6
			points=$((points + 1))
		done
	done
	mock_stop
	echo "killed at $points system calls"
}

# One push, a record a request: every third request has its answer (or itself) cut at the next byte.
cut_sweep()
{
	local fault=$1 most=$2 stride=$3 rules records i

	rm -rf "$work/cut"; mkdir "$work/cut" && cd "$work/cut" || exit 1
	mock --search-rate 0
	records=$((most / stride * 3 + 30))
	bundle_make out/bundle "$records" notes
	rules=$(for ((i = 0; i * stride < most; i++)); do
		printf '%s{"match":{"path":"batch/create","count":"matching","request":%d},"do":{"fault":"%s","at":%d%s}}' \
			"$([ $i = 0 ] || echo ,)" $((i * 3 + 2)) "$fault" $((i * stride)) "${4:-}"
	done)
	printf '{"rules":[%s]}' "$rules" >rules.json
	faults "$(cat rules.json)" || failed=$((failed + 1))
	HUBSPOT_ACCESS_TOKEN=$TOKEN "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --settle 0 --batch 1 \
		--rate 5000 --concurrency 1 --no-read-back >push.out 2>push.err </dev/null
	[ $? = 0 ] || { failed=$((failed + 1)); echo "$fault: exit status"; head -3 push.err; }
	point "$fault" "$records" "$records"
	echo "$fault at $((most / stride)) places: $(grep -c "\"fault\":\"$fault\"" mock.log) fired"
	mock_stop
}

cut_part()
{
	local stride=7

	[ -z "$full" ] || stride=1
	cut_sweep cut_answer 1300 $stride
	cut_sweep cut_request 700 $stride
	cut_sweep cut_request 700 $stride ',"reset":true'
}

random_rules()
{
	local p=$1

	printf '{"seed":%d,"rules":[' "$2"
	local first=1 f
	for f in '"commit_then_drop"' '"drop_before_commit"' '"500"' '"commit_then_502"' '"503"' '"commit_then_504"' \
		'{"fault":"429","policy":"SECONDLY","retry_after":0}' '"truncated_json"' '"garbage"' '"empty_results"' \
		'"missing_results"' '"repeated_results"' '"alien_results"' '"no_keys"' '"pending"' '"alien_traces"' \
		'"swapped_traces"' '{"fault":"partial_409","commit":3}' '"400"' '{"fault":"cut_answer","at":300}' \
		'{"fault":"cut_request","at":500}' '"ok_200"'; do
		[ $first = 1 ] || printf ','
		first=0
		printf '{"match":{"path":"batch/","probability":%s},"do":%s}' "$p" "$f"
	done
	printf ']}'
}

random_part()
{
	local seed seeds='1 2' records=10000 status runs kills

	[ -z "$full" ] || seeds='1 2 3 4 5 6 7 8 9 10'
	for seed in $seeds; do
		mkdir "$work/random$seed" && cd "$work/random$seed" || exit 1
		mock --seed "$seed"
		bundle_make out/bundle "$records" tasks
		faults "$(random_rules 0.012 "$seed")" || failed=$((failed + 1))
		runs=0 kills=0 status=7
		while [ "$status" != 0 ] && [ $runs -lt 60 ]; do
			HUBSPOT_ACCESS_TOKEN=$TOKEN "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --settle 0 \
				--batch 10 --rate 5000 --concurrency 8 --no-read-back --retry-rejected >push.out 2>push.err </dev/null &
			if [ $((runs % 3)) = 1 ]; then
				sleep "0.$((RANDOM % 9 + 1))"
				kill -9 $! 2>/dev/null && kills=$((kills + 1))
			fi
			wait $! 2>/dev/null
			status=$?
			runs=$((runs + 1))
		done
		[ "$status" = 0 ] || { failed=$((failed + 1)); echo "seed $seed: never came to its end: $status"; head -3 push.err; }
		point "seed $seed" "$records" "$records"
		echo "seed $seed: $runs runs, $kills killed, $(grep -vc '"fault":null' mock.log) faults in $(wc -l <mock.log) requests"
		mock_stop
		rm -rf "$work/random$seed"
	done
}

# mutant FILE SED SCENARIO: with that change the scenario must fail
mutant()
{
	local file=$1 change=$2 scenario=$3

	cp "$ROOT/$file" "$file"
	sed -i "$change" "$file"
	if cmp -s "$ROOT/$file" "$file"; then
		failed=$((failed + 1))
		echo "mutant of $file: the change changes nothing: $change"
	elif ! make -s BUILD="$work/mutants/build" "$work/mutants/build/hubstage-push" >make.out 2>&1; then
		failed=$((failed + 1))
		echo "mutant of $file: does not build: $(grep -m 1 error make.out)"
	elif BUILD=$work/mutants/build tests/wire/run "$scenario" >run.out 2>&1; then
		failed=$((failed + 1))
		echo "mutant of $file lives through $scenario: $change"
	else
		passed=$((passed + 1))
	fi
	cp "$ROOT/$file" "$file"
}

# The test of the tests: without one of the things that the promise rests on, a scenario fails.
mutants()
{
	mkdir "$work/mutants" && cd "$work/mutants" || exit 1
	cp -r "$ROOT/src" "$ROOT/schema" "$ROOT/tools" "$ROOT/Makefile" .
	mkdir tests && cp -r "$ROOT/tests/wire" tests/
	make -s BUILD="$work/mutants/build" "$work/mutants/build/hubstage-push" >make.out 2>&1
	cp "$BUILD/hubmock" build/
	# A lost answer is sent again without a look.
	mutant src/steps/push/policy.c 's/{500, 599, ACTION_UNKNOWN/{500, 599, ACTION_AGAIN/' commit_then_504
	mutant src/steps/push/policy.c 's/HTTP_NOT_SENT || !job_writes(kind) ? ACTION_AGAIN : ACTION_UNKNOWN/HTTP_NOT_SENT || true ? ACTION_AGAIN : ACTION_UNKNOWN/' commit_then_drop
	# A batch that was refused as a whole is sent again without a look.
	mutant src/steps/push/policy.c 's/{400, 499, ACTION_LOOK_SPLIT/{400, 499, ACTION_AGAIN/' partial_409
	# What an answer does not name is not looked for; an error counts although the results say otherwise.
	mutant src/steps/push/match.c 's/item->fate = FATE_DOUBTFUL;$/item->fate = FATE_REFUSED;/' swapped_traces
	mutant src/steps/push/settle.c 's/look(g, j, &unknown, THEN_AGAIN.*/(void)unknown;/' missing_result
	# The journal is not written before the request leaves.
	mutant src/steps/push/prepare.c 's/ok = store_sending(.*/ok = true;/' second_life
	# The portal is not compared; a redirect is taken for an answer.
	mutant src/steps/push/portal.c 's/p->options->portal != portal->id)/false)/' wrong_portal
	mutant src/steps/push/policy.c 's/{300, 399, ACTION_STOP, ACTION_STOP/{300, 399, ACTION_AGAIN, ACTION_STOP/' redirect
	echo "mutants: done"
}

for part in ${*:-kill cut random}; do
	case $part in
	kill) kill_sweep ;;
	cut) cut_part ;;
	random) random_part ;;
	mutants) mutants ;;
	*) echo "no such part: $part" ;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
