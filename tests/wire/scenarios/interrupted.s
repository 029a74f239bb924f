# Ctrl-C: what is in flight is settled, nothing new leaves, the same command goes on.
mock --latency-ms 700
bundle_make out/bundle 300 calls
(
	while [ "$(grep -c batch/create mock.log)" = 0 ] && [ ! -s out/push.db ]; do sleep 0.05; done
	sleep 0.4
	kill -INT "$(sed 's/process \([0-9]*\) .*/\1/' out/push.db.lock)"
) &
push 130 push --no-read-back --concurrency 1
grep -q 'goes on from here' push.err || fail "does not say how to go on"
journal "SELECT count(*) FROM record WHERE state IN ('sending', 'unknown')" <<<0
journal "SELECT count(*) > 0 FROM record WHERE state = 'planned'" <<<1
push 0 push --no-read-back
journal <<'.'
calls created 300
.
