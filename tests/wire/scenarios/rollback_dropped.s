# The answer to an archive is lost: it is sent again, which does no harm.
mock
bundle_make out/bundle 4 calls notes
push 0 push --no-read-back
faults '{"rules":[{"match":{"path":"batch/archive","times":1},"do":"commit_then_drop"}]}'
push 0 rollback --yes --settle 1
journal <<'.'
calls archived 4
notes archived 4
.
[ "$(truth live)" = 0 ] || fail "HubSpot has $(truth live) records left"
