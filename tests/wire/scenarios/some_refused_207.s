# 207: the bad one is refused by its trace id, the others are created.
mock
BUNDLE_EDIT='2s/OUTBOUND/SIDEWAYS/' bundle_make out/bundle 3 calls
push 3 push --no-read-back
sent <<'.'
POST calls/batch/create 3 207
.
journal "SELECT communication_id, state, error_code FROM record" <<'.'
1 created 
2 rejected INVALID_OPTION
3 created 
.
# What was refused with this payload is not sent again by itself.
push 3 push --no-read-back
sent </dev/null
push 3 push --no-read-back --retry-rejected
sent <<'.'
POST calls/batch/read 1 207
POST calls/batch/create 1 207
.
