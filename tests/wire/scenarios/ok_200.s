# 200 where 201 is usual is as good.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"ok_200"}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 200
.
