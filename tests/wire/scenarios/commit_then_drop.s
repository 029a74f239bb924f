# HubSpot stores the batch and hangs up: it is looked for, found, and not sent again.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"commit_then_drop"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 0
POST calls/batch/read 3 200
.
journal <<'.'
calls created 3
.
