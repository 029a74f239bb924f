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
cp out/push.db before.db
push 0 push --dry-run
sent </dev/null
cmp -s before.db out/push.db || fail "a dry run changed the journal"
