# Another pusher's records, with our keys: they are adopted as they are, and not ours to archive.
mock
strangers=yes
bundle_make out/bundle 3 calls
push 0 push --no-read-back
rm -r out/push.db*
sleep 3
bundle_make out/bundle 4 calls
push 0 push --no-read-back
journal "SELECT communication_id, state, is_ours FROM record" <<'.'
1 created 0
2 created 0
3 created 0
4 created 1
.
