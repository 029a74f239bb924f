# A lock lasts two seconds; then it is looked for and sent again.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"423"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 423
POST calls/batch/read 3 207
POST calls/batch/create 3 201
.
