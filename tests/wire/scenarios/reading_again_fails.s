# The look itself fails a few times: it is asked again, and nothing is sent before it was answered.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"commit_then_drop"},{"match":{"path":"batch/read","times":3},"do":"503"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 0
POST calls/batch/read 3 503
POST calls/batch/read 3 503
POST calls/batch/read 3 503
POST calls/batch/read 3 200
.
