# A gateway's time-out says nothing about what happened behind it.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"commit_then_504"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 504
POST calls/batch/read 3 200
.
