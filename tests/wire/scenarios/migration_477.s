# The account moves to another data centre: a short wait is waited, a long one ends the push.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"477","retry_after":1}}]}'
push 0 push --no-read-back
bundle_make out/bundle 4 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"477","retry_after":7200}}]}'
push 7 push --no-read-back
grep -q '120 minutes' push.err || fail "does not say when to go on"
