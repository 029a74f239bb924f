# The records are stored, and the answer does not say so (short_body): they are looked for, not sent again.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"short_body"}]}'
push 0 push --no-read-back
journal <<'.'
calls created 3
.
journal "SELECT kind, count(*) FROM request GROUP BY 1 ORDER BY 1" <<'.'
create 1
read 1
.
