# Killed while a batch is on its way: the next run finds it sent, looks, and does not send it again.
mock --latency-ms 1500
bundle_make out/bundle 3 calls
HUBSPOT_ACCESS_TOKEN=$TOKEN "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --no-read-back --settle 2 >push.out 2>push.err &
pid=$!
for _ in {1..400}; do
	[ "$(sqlite3 -readonly out/push.db "SELECT count(*) FROM request WHERE kind = 'create'" 2>/dev/null)" != 1 ] || break
	sleep 0.05
done
sleep 0.2
kill -9 $pid
wait $pid 2>/dev/null
journal <<'.'
calls sending 3
.
seen=$(grep -c . mock.log)
SETTLE=2 push 0 push --no-read-back
journal "SELECT kind, count(*) FROM request GROUP BY 1 ORDER BY 1" <<'.'
create 1
read 1
.
