# The day's calls are used up: a clean stop, and another day goes on.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"429","policy":"DAILY"}}]}'
push 7 push --no-read-back
grep -q 'daily limit' push.err || fail "does not say that it is the daily limit"
journal <<'.'
calls planned 3
.
push 0 push --no-read-back
