# Seven types, three records each: a batch a type, then their associations are read back.
mock
bundle_make out/bundle 3 calls notes
push 0 push
sent <<'.'
POST calls/batch/create 3 201
POST notes/batch/create 3 201
POST associations/2026-09/calls/contacts/batch/read 3 200
POST associations/2026-09/notes/contacts/batch/read 3 200
.
journal <<'.'
calls created 3
notes created 3
.
# Again: nothing is left to do.
push 0 push
sent </dev/null
