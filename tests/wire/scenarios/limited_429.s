# A refusal for being too quick: nothing was done, the same leaves again after the wait that the answer names.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":2},"do":{"fault":"429","policy":"TEN_SECONDLY_ROLLING","retry_after":1}}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 429
POST calls/batch/create 3 429
POST calls/batch/create 3 201
.
