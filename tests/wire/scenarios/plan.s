# What would be sent, before anything is, with and without a token; nothing is left behind.
mock
bundle_make out/bundle 250 calls notes
push 0 plan --json
same plan 3< <(tr -d ' ",' <push.out | grep -E '^(calls|seconds):[0-9]|^quota_limit') <<'.'
calls:6
seconds:1
quota_limit:1000000
.
[ ! -e out/push.db ] || fail "plan made a journal"
"$BUILD/hubstage-push" plan >push.out 2>push.err || fail "plan needs a token"
push 0 push --no-read-back --limit 20
push 0 plan --json
same plan 3< <(tr -d ' ",' <push.out | grep -E '^(nothing):[0-9]' | head -1) <<<'nothing:20'
