#!/usr/bin/env bash
# tests/faults/stage.sh [kill] [steps] [errors] [memory] [disk] [huge]: hubstage run over a workspace that is there, killed at system
# calls, with calls that fail, without memory, on a full disk. After each the workspace is the old one or the new one, whole,
# and running again gives the new one. Points are taken evenly out of all there are; FULL=1 takes every one. Last line:
# N passed, N failed.
set -u

ROOT=$(cd "$(dirname "$0")/../.." && pwd -P)
BUILD=$(cd "${BUILD:-$ROOT/build}" && pwd -P) || exit 1
FIXTURES=$ROOT/fixtures
export LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=1763078400
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS} # the leak finder cannot work while strace looks on
full=${FULL:-}

# In memory where that can be: nothing here needs a real disk, and every point syncs some sixty times.
place=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || [ "$(df -k --output=avail /dev/shm | tail -n 1)" -lt 200000 ] || place=/dev/shm
work=$(mktemp -d "$place/stage-faults.XXXXXX") || exit 1
trap 'umount -q "$work"/*/small 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
workers=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

mappings=(--contacts "$FIXTURES/edge/contacts.csv" --companies "$FIXTURES/edge/companies.csv" --deals "$FIXTURES/edge/deals.csv")
new_inputs=("$FIXTURES/edge/second_delivery.csv" "$FIXTURES/edge/ragged_rows.csv" "$FIXTURES/edge/attendees.csv" "${mappings[@]}")

# how that run ends undisturbed: of so few rows those that refer to nothing in HubSpot are more than a gate allows
finished=4

# go WORKSPACE [WRAPPER...]: the run that is disturbed
go()
{
	local out=$1

	shift
	"$@" "$BUILD/hubstage" run "${new_inputs[@]}" --out "$out" --quiet </dev/null
}

# What a workspace holds, as one hash: every name, and the bytes of every file. What a kill left beside them may lie there until
# the next command that writes.
hash_of()
{
	tar -C "$1" --sort=name --mtime=@0 --exclude=./.new --exclude=./.old --exclude=./.switch.partial --exclude=./.lock --format=ustar -cf - . | sha256sum
}

# fault POINT WORDS...: a failed point; always false
fault()
{
	local point=$1

	shift
	echo "$point: $*"
	echo failed >>"$results"
	return 1
}

# settled POINT WORKSPACE STATUS: after the fault, the next command puts things right; the workspace is the old or the new one
settled()
{
	local point=$1 out=$2 status=$3 now

	if ! "$BUILD/hubstage" status --out "$out" --quiet >"$out.status" 2>&1; then
		fault "$point" "status afterwards fails with $?: $(tail -n 1 "$out.status")"
	else
		now=$(hash_of "$out")
		if [ "$now" != "$old" ] && [ "$now" != "$new" ]; then
			fault "$point" "ended with $status, and the workspace is neither the old nor the new one: $(ls -A "$out" | tr '\n' ' ')"
		elif [ "$status" = $finished ] && [ "$now" != "$new" ]; then
			fault "$point" "ended as if all were well, and the workspace is the old one"
		else
			return 0
		fi
	fi
	return 1
}

# again POINT WORKSPACE: running again gives what an undisturbed run gives
again()
{
	local point=$1 out=$2 before

	before=$(hash_of "$out")
	go "$out" >"$out.said" 2>&1
	if [ $? != $finished ]; then
		fault "$point" "running again fails: $(tail -n 1 "$out.said")"
	elif [ -e "$out/.new" ] || [ -e "$out/.old" ] || [ -e "$out/.switch" ]; then
		fault "$point" "running again leaves something behind"
	elif [ "$before" = "$old" ]; then
		[ "$(hash_of "$out")" = "$new" ] && return 0
		fault "$point" "running again gives something else"
	elif ! diff -r "$work/new/bundle" "$out/bundle" >/dev/null || ! cmp -s "$work/new/rejects.csv" "$out/rejects.csv"; then
		fault "$point" "running again gives another bundle"
	else
		return 0
	fi
	return 1
}

# points COUNT MOST: numbers from 1 to COUNT, at most MOST of them, evenly, the first and the last among them
points()
{
	local i count=$1 most=$2

	if [ -n "$full" ] || [ "$count" -le "$most" ]; then
		seq "$count"
	else
		for ((i = 0; i < most; i++)); do
			echo $((1 + i * (count - 1) / (most - 1)))
		done
	fi
}

# in_parallel FUNCTION: calls it with the words of each line of stdin, as many at a time as there are processors
in_parallel()
{
	local function=$1 worker

	results=$work/results
	: >"$results"
	cat >"$work/points"
	for ((worker = 0; worker < workers; worker++)); do
		(
			mkdir -p "$work/$worker"
			awk -v w="$worker" -v n="$workers" 'NR % n == w' "$work/points" | while read -r -a words; do
				rm -rf "$work/$worker/out"
				cp -a "$work/old" "$work/$worker/out"
				"$function" "$work/$worker/out" "${words[@]}" && echo passed >>"$results"
			done
		) &
	done
	wait
	passed=$((passed + $(grep -c passed "$results"))) failed=$((failed + $(grep -c failed "$results")))
}

# count_calls TRACE: how often each call is made, by the thread that makes it most: strace counts by thread. NAME COUNT
count_calls()
{
	sed -n 's/^\([0-9]*\) *\([a-z0-9_]*\)(.*/\1 \2/p' "$1" | grep -v ' execve$' | sort | uniq -c |
		awk '$1 > most[$3] {most[$3] = $1} END {for (call in most) print call, most[call]}' | sort
}

calls()
{
	rm -rf "$work/traced"
	cp -a "$work/old" "$work/traced"
	go "$work/traced" strace -f -qq -o "$work/trace" >/dev/null 2>&1
	count_calls "$work/trace"
}

kill_point()
{
	local out=$1 call=$2 n=$3 status

	go "$out" strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$n" \
		>/dev/null 2>&1
	status=$?
	if [ "$status" != 137 ]; then
		fault "kill at $call $n" "was not killed"
		return 1
	fi
	settled "kill at $call $n" "$out" "$status" || return
	[ $((n % 3)) != 0 ] || again "kill at $call $n" "$out"
}

kill_sweep()
{
	local call count

	calls >"$work/calls"
	while read -r call count; do
		case $call in
		rename | mkdir | unlink | flock | ftruncate | fdatasync) points "$count" 40 ;;
		fsync | unlinkat | write) points "$count" 12 ;;
		pwrite64 | openat) points "$count" 10 ;;
		*) points "$count" 3 ;;
		esac | sed "s/^/$call /"
	done <"$work/calls" >"$work/list"
	in_parallel kill_point <"$work/list"
	echo "run killed at $(wc -l <"$work/list") of $(awk '{n += $2} END {print n}' "$work/calls") system calls of $(wc -l <"$work/calls") kinds"
}

# The calls that a failing disk fails. ENOSPC stays, EIO comes once.
error_point()
{
	local out=$1 call=$2 n=$3 code=$4 status when=$3

	[ "$code" != ENOSPC ] || when=$n+
	go "$out" strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:error=$code:when=$when" \
		>"$out.answer" 2>"$out.words"
	status=$?
	if [ "$status" != 6 ] && [ "$status" != $finished ]; then
		fault "$code at $call $n" "ended with $status: $(head -n 1 "$out.words")"
	elif [ "$status" = 6 ] && [ "$call" != write ] && ! grep -q "^hubstage: run: " "$out.words"; then
		fault "$code at $call $n" "says nothing"
	else
		settled "$code at $call $n" "$out" "$status"
	fi
}

error_sweep()
{
	local call count code

	calls | while read -r call count; do
		case $call in
		pwrite64 | write | fdatasync | fsync | rename | ftruncate | openat | mkdir | unlink | unlinkat | pread64 | read) ;;
		*) continue ;;
		esac
		for code in ENOSPC EIO; do
			case $call-$code in
			rename-* | mkdir-* | unlink-*) points "$count" 40 ;;
			read-ENOSPC | pread64-ENOSPC) ;;
			fsync-* | pwrite64-* | openat-*) points "$count" 8 ;;
			*) points "$count" 4 ;;
			esac | sed "s/.*/$call & $code/"
		done
	done >"$work/list"
	# The loader's own opens and reads, before main: nothing of ours answers to them.
	before=$(sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*/\1/p' "$work/trace" | sed '/^set_tid_address$/q')
	awk -v before="$before" 'BEGIN {n = split(before, name, "\n"); for (i = 1; i <= n; i++) count[name[i]]++} $2 > count[$1]' \
		"$work/list" >"$work/list.ours"
	in_parallel error_point <"$work/list.ours"
	echo "run with an error at $(wc -l <"$work/list.ours") calls"
}

# One step at a time over a finished workspace, killed: what is left is honest, and the steps from there on give the same again.
step_point()
{
	local out=$1 step=$2 call=$3 n=$4 point="$2 killed at $3 $4" arguments=() name

	rm -rf "$out"
	cp -a "$work/new" "$out"
	[ "$step" != load ] || arguments=("${new_inputs[@]}")
	{
		strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=SIGKILL:when=$n" \
			"$BUILD/hubstage" "$step" "${arguments[@]}" --out "$out" --quiet </dev/null
	} >/dev/null 2>&1
	if ! "$BUILD/hubstage" verify --out "$out" >"$out.said" 2>&1; then
		fault "$point" "verify: $(head -n 1 "$out.said")"
		return 1
	fi
	for name in load resolve derive validate payloads report; do
		arguments=()
		[ "$name" != load ] || arguments=("${new_inputs[@]}")
		if [ "$name" = "$step" ] || [ "$step" = done ]; then
			step=done
			"$BUILD/hubstage" "$name" "${arguments[@]}" --out "$out" --quiet >"$out.said" 2>&1 </dev/null
			case $? in
			0 | 3 | 4) ;;
				*) fault "$point" "$name again: $(tail -n 1 "$out.said")" || return ;;
			esac
		fi
	done
	if [ "$(dump "$out/staging.db")" != "$dumped" ]; then
		fault "$point" "the tables are others afterwards"
	elif ! diff -r "$work/new/bundle" "$out/bundle" >/dev/null || ! cmp -s "$work/new/rejects.csv" "$out/rejects.csv"; then
		fault "$point" "the bundle or rejects.csv is another afterwards"
	else
		return 0
	fi
	return 1
}

# The rows of all tables but the history of runs, as one hash.
dump()
{
	sqlite3 "$1" "SELECT 'SELECT ''' || name || ''', * FROM ' || name || ';' FROM sqlite_schema
		WHERE type = 'table' AND name NOT IN ('run', 'step') ORDER BY name" | sqlite3 "$1" | sort | sha256sum
}

steps_sweep()
{
	local step call count arguments

	dumped=$(dump "$work/new/staging.db")
	for step in load resolve derive payloads report; do
		arguments=()
		[ "$step" != load ] || arguments=("${new_inputs[@]}")
		rm -rf "$work/traced"
		cp -a "$work/new" "$work/traced"
		strace -f -qq -o "$work/trace" "$BUILD/hubstage" "$step" "${arguments[@]}" --out "$work/traced" --quiet >/dev/null 2>&1 </dev/null
		count_calls "$work/trace" | while read -r call count; do
			case $call in
			pwrite64 | fdatasync | unlink | rename | fsync) points "$count" 3 | sed "s/^/$step $call /" ;;
			esac
		done
	done >"$work/list"
	in_parallel step_point <"$work/list"
	echo "steps killed at $(wc -l <"$work/list") system calls"
}

# Out of memory: an abort with the documented words, or an error; never a crash, and never as if nothing had been.
memory_point()
{
	local out=$1 n=$2 on=$3 status

	if [ "$on" = on ]; then
		go "$out" env NOMEM_AT="$n" NOMEM_ON=1 LD_PRELOAD="$work/nomem.so" >"$out.answer" 2>"$out.words"
	else
		go "$out" env NOMEM_AT="$n" LD_PRELOAD="$work/nomem.so" >"$out.answer" 2>"$out.words"
	fi
	status=$?
	case $status in
	134)
		if ! grep -q 'out of memory' "$out.words"; then
			fault "allocation $n fails" "aborts without a word: $(head -n 1 "$out.words")"
			return 1
		fi
		;;
	1 | "$finished" | 6 | 127) ;;
	*)
		fault "allocation $n fails" "ended with $status: $(head -n 1 "$out.words")"
		return 1
		;;
	esac
	settled "allocation $n fails (exit $status)" "$out" "$status"
}

memory_sweep()
{
	local count

	if nm "$BUILD/hubstage" 2>/dev/null | grep -q __asan_init; then
		echo "memory that runs out: not tested with the address sanitizer, which has an allocator of its own"
		return
	fi
	if ! "${CC:-cc}" -shared -fPIC -O1 -o "$work/nomem.so" "$ROOT/tests/faults/nomem.c"; then
		echo "nomem.c does not compile"
		failed=$((failed + 1))
		return
	fi
	rm -rf "$work/traced"
	cp -a "$work/old" "$work/traced"
	go "$work/traced" env NOMEM_COUNT="$work/count" LD_PRELOAD="$work/nomem.so" >/dev/null 2>&1
	count=$(cat "$work/count")
	{ points "$count" 70 | sed 's/$/ once/'; points "$count" 20 | sed 's/$/ on/'; } >"$work/list"
	in_parallel memory_point <"$work/list"
	echo "memory ran out at $(wc -l <"$work/list") of $count allocations"
}

# A disk that is full, of any size between too small and large enough.
disk_point()
{
	local out=$1 size=$2 small status

	small=$(dirname "$out")/small
	mkdir -p "$small"
	if ! mount -t tmpfs -o "size=${size}k" tmpfs "$small" 2>/dev/null; then
		echo skipped >>"$results"
		return 1
	fi
	if cp -a "$work/old" "$small/out" 2>/dev/null; then
		go "$small/out" >"$out.answer" 2>"$out.words"
		status=$?
		if [ "$status" != 6 ] && [ "$status" != $finished ]; then
			fault "disk of $size kB" "ended with $status: $(head -n 1 "$out.words")"
		elif settled "disk of $size kB" "$small/out" "$status"; then
			umount "$small"
			return 0
		fi
		umount "$small"
		return 1
	fi
	umount "$small"
}

disk_sweep()
{
	local size used full_at

	used=$(du -sk "$work/old" | cut -f 1)
	full_at=$(($(du -sk "$work/new" | cut -f 1) + used))
	for size in $(seq 0 9); do
		echo $((used + 8 + size * (full_at - used) / 8))
	done >"$work/list"
	in_parallel disk_point <"$work/list"
	if grep -q skipped "$results"; then
		echo "full disks: not tested, as nothing may be mounted here"
	else
		echo "run on $(wc -l <"$work/list") disks of other sizes"
	fi
}

# A note of 300 MB, with less memory than that: the row is rejected and kept whole in rejects.raw, the rest loads.
huge()
{
	local dir answer

	if nm "$BUILD/hubstage" 2>/dev/null | grep -q __asan_init; then
		echo "a huge note: not tested with the address sanitizer, which takes terabytes of addresses"
		return
	fi
	dir=$(mktemp -d "${TMPDIR:-/tmp}/huge.XXXXXX") || exit 1
	"$BUILD/fixturegen" --quiet --out "$dir" --rows 200 --huge-note 300000000
	answer=$(
		ulimit -v 262144
		MALLOC_ARENA_MAX=1 "$BUILD/hubstage" run "$dir/communications.csv" --contacts "$dir/contacts.csv" \
			--companies "$dir/companies.csv" --deals "$dir/deals.csv" --out "$dir/out" --quiet 2>&1 </dev/null
		echo "exit $?"
	)
	if ! grep -q '^read *201 *= *200 *loaded .* 1 *rejected$' <<<"$answer" || ! grep -q '^exit 3$' <<<"$answer"; then
		failed=$((failed + 1))
		echo "a huge note: $(grep -E '^(exit|read|hubstage)' <<<"$answer" | tr '\n' ' ')"
	elif ! tail -c "$(stat -c %s "$dir/out/rejects.raw")" "$dir/communications.csv" | cmp - "$dir/out/rejects.raw"; then
		failed=$((failed + 1))
	else
		passed=$((passed + 1))
		echo "a note of 300 MB takes less than 256 MB of memory"
	fi
	rm -rf "$dir"
}

passed=0 failed=0
"$BUILD/hubstage" run "$FIXTURES/edge/first_delivery.csv" "$FIXTURES/edge/email_addresses.csv" "${mappings[@]}" --out "$work/old" \
	--quiet >/dev/null 2>&1 </dev/null
sqlite3 "$work/old/staging.db" "INSERT INTO receipt (comm_communicationid, activity_type, hubspot_engagement_id, status, payload_sha256)
	VALUES (1, 'calls', 9001, 'pushed', 'of another payload'), (99, 'notes', 9099, 'pushed', NULL)"
cp -a "$work/old" "$work/new"
go "$work/new" >/dev/null 2>"$work/words"
status=$?
old=$(hash_of "$work/old") new=$(hash_of "$work/new")
if [ "$status" != $finished ] || [ "$old" = "$new" ]; then
	echo "the undisturbed run ended with $status: $(head -n 1 "$work/words")"
	echo "0 passed, 1 failed"
	exit 1
fi
for part in ${*:-kill steps errors memory disk huge}; do
	case $part in
	kill) kill_sweep ;;
	steps) steps_sweep ;;
	errors) error_sweep ;;
	memory) memory_sweep ;;
	disk) disk_sweep ;;
	huge) huge ;;
	*) echo "no such part: $part" ;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
