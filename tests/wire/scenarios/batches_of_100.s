# 250 records leave in three requests.
mock
bundle_make out/bundle 250 tasks
RATE=20 push 0 push --no-read-back --concurrency 1
sent <<'.'
POST tasks/batch/create 100 201
POST tasks/batch/create 100 201
POST tasks/batch/create 50 201
.
