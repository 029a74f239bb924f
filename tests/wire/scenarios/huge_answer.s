# An answer of 1 GB is cut off at 16 MiB, and what it was about is looked for.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"huge"}]}'
push 0 push --no-read-back
journal <<'.'
calls created 3
.
