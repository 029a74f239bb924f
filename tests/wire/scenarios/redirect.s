# A redirect is never followed: the token would go along.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"redirect","to":"http://127.0.0.1:9/"}}]}'
push 7 push --no-read-back
sent <<'.'
POST calls/batch/create 3 307
.
