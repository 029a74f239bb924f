# A later bundle with the same journal: only what changed is sent, as an update of the record that the journal knows.
mock
bundle_make out/bundle 3 calls
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 201
.
BUNDLE_EDIT='2s/Call 2/Call two/' bundle_make out/bundle 4 calls
push 0 push
sent <<'.'
POST calls/batch/create 1 201
POST calls/batch/update 1 200
POST associations/2026-09/calls/contacts/batch/create 1 200
POST associations/2026-09/calls/contacts/batch/read 4 200
.
journal <<'.'
calls created 3
calls updated 1
.
push 0 push
sent </dev/null
