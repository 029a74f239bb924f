# An update whose answer is lost is sent again after the wait: the same change twice is one.
mock
bundle_make out/bundle 3 calls
push 0 push --no-read-back
BUNDLE_EDIT='s/Call/The call/' bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/update","times":1},"do":"commit_then_drop"}]}'
seen=$(wc -l <mock.log)
push 0 push --no-read-back
sent <<'.'
POST calls/batch/update 3 0
POST calls/batch/update 3 200
POST associations/2026-09/calls/contacts/batch/create 3 200
.
