# A batch that is refused as a whole after half of it was stored: looked for, and only the other half is sent.
mock
bundle_make out/bundle 6 tasks
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"partial_409","commit":3}}]}'
push 0 push --no-read-back --concurrency 1
sent <<'.'
POST tasks/batch/create 6 409
POST tasks/batch/read 6 207
POST tasks/batch/create 1 201
POST tasks/batch/create 2 201
.
