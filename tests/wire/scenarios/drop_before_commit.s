# HubSpot hangs up before it stored anything: it is looked for, not found, and sent again.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"drop_before_commit"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 0
POST calls/batch/read 3 207
POST calls/batch/create 3 201
.
