# An error with the trace id of a record that is in the results too: neither is believed.
mock
BUNDLE_EDIT='2s/OUTBOUND/SIDEWAYS/' bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":"swapped_traces"}]}'
push 3 push --no-read-back
journal "SELECT communication_id, state FROM record" <<'.'
1 created
2 rejected
3 created
.
