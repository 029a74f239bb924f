# The look cannot be answered: the outcome stays unknown, exit 8 says so, and reconcile settles it another day.
mock
bundle_make out/bundle 3 calls
unsettled=yes
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"commit_then_drop"},{"match":{"path":"batch/read"},"do":"503"}]}'
push 8 push --no-read-back
journal <<'.'
calls unknown 3
.
push 8 status
faults '{"rules":[]}'
mv out/bundle elsewhere
push 0 reconcile
unsettled=
journal <<'.'
calls created 3
.
