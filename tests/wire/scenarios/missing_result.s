# A 2xx with fewer results than inputs is no success: the one that is not named is looked for.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"missing_results","count":1}}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 201
POST calls/batch/read 1 200
.
