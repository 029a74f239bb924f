# Associations that cannot be read back at all: it is said, what was sent is no failure, and they are read by the next reconcile.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"associations"},"do":"404"}]}'
push 0 push
grep -q 'the associations of 3 records were not read back' push.err || fail "nothing is said: $(cat push.err)"
journal "SELECT links, count(*) FROM record GROUP BY 1" <<<'sent 3'
faults '{"rules":[]}'
push 0 reconcile
journal "SELECT links, count(*) FROM record GROUP BY 1" <<<'seen 3'
