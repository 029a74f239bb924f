# A missing contact sinks the whole batch. Halves find it; nothing is sent again before it was looked for.
mock
bundle_make out/bundle 8 notes
faults '{"missing_objects":{"contacts":[503]},"rules":[]}'
push 3 push --no-read-back --concurrency 1
journal "SELECT communication_id, state FROM record WHERE state <> 'created'" <<'.'
3 rejected
.
sent <<'.'
POST notes/batch/create 8 400
POST notes/batch/read 8 207
POST notes/batch/create 4 400
POST notes/batch/create 4 201
POST notes/batch/read 4 207
POST notes/batch/create 2 201
POST notes/batch/create 2 400
POST notes/batch/read 2 207
POST notes/batch/create 1 400
POST notes/batch/create 1 201
POST notes/batch/read 1 207
.
