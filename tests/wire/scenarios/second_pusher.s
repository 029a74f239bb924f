# One pusher a journal: the second one is refused, and says who holds it.
mock --latency-ms 1500
bundle_make out/bundle 3 calls
HUBSPOT_ACCESS_TOKEN=$TOKEN "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --no-read-back >first.out 2>&1 &
while [ ! -s out/push.db ]; do sleep 0.05; done
push 9 push --no-read-back
grep -q 'process [0-9]* on ' push.err || fail "does not say who holds the journal"
wait $!  || fail "the first pusher failed"
