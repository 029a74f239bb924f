# A proxy's error page is no answer.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"batch/create","times":1},"do":{"fault":"502","body":"<html>Bad gateway</html>","content_type":"text/html"}}]}'
push 0 push --no-read-back
sent <<'.'
POST calls/batch/create 3 502
POST calls/batch/read 3 207
POST calls/batch/create 3 201
.
