# The key is not unique: what is unknown is searched for, twice, before it counts as missing.
mock --create-key plain
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"drop_before_commit"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 0
POST calls/search 3 200
POST calls/search 3 200
POST calls/batch/create 3 201
.
