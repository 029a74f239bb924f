# The older prefix of the API.
mock
bundle_make out/bundle 3 calls
push 0 push --api-version v3
sent <<'.'
POST calls/batch/create 3 201
POST associations/calls/contacts/batch/read 3 200
.
