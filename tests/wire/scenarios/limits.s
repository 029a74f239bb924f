# Test pushes and limits: so many records, so many calls; the same command goes on.
mock
bundle_make out/bundle 10 calls notes
push 0 push --no-read-back --limit 4
journal "SELECT state, count(*) FROM record GROUP BY 1" <<'.'
created 4
planned 16
.
push 0 push --no-read-back --canary 2
journal "SELECT type, state, count(*) FROM record GROUP BY 1, 2" <<'.'
calls created 6
calls planned 4
notes created 2
notes planned 8
.
push 0 push --no-read-back --types calls
push 7 push --no-read-back --max-calls 4 --batch 2 --concurrency 1
journal "SELECT type, state, count(*) FROM record GROUP BY 1, 2" <<'.'
calls created 10
notes created 4
notes planned 6
.
push 0 push --no-read-back
