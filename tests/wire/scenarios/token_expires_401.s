# A token that ends in the middle: a stop, nothing in doubt; a new token goes on.
mock
bundle_make out/bundle 250 calls
faults '{"rules":[{"match":{"path":"batch/create","from":2,"count":"matching"},"do":"401"}]}'
push 7 push --no-read-back --concurrency 1
journal <<'.'
calls created 100
calls planned 150
.
faults '{"rules":[]}'
push 0 push --no-read-back
