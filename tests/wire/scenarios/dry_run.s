# Everything but the sending: nothing leaves, no journal is made, and one that is there stays as it was.
mock
bundle_make out/bundle 10 calls
push 0 push --dry-run
sent </dev/null
[ ! -e out/push.db ] || fail "a dry run made a journal"
push 0 push --no-read-back --limit 2
sent <<'.'
POST calls/batch/create 2 201
.
sqlite3 out/push.db .dump >before
push 0 push --dry-run
sent </dev/null
sqlite3 out/push.db .dump | cmp -s - before || fail "a dry run changed the journal"
