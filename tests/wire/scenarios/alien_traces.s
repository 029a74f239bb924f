# A good record whose answer is an error with a trace id of nobody: it is looked for. The one that is named is refused.
mock
BUNDLE_EDIT='2s/OUTBOUND/SIDEWAYS/' bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"alien_traces"}]}'
push 3 push --no-read-back
sent <<'.'
POST calls/batch/create 3 207
POST calls/batch/read 1 200
.
journal "SELECT communication_id, state FROM record" <<'.'
1 created
2 rejected
3 created
.
