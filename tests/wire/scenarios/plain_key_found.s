# The key is not unique, and the batch was stored: the search finds it.
mock --create-key plain
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"commit_then_drop"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 0
POST calls/search 3 200
.
