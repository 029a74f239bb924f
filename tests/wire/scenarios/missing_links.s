# Associations that HubSpot does not show afterwards are reported.
mock
BUNDLE_LINKS=2 bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"companies/batch/read"},"do":"missing_results"}]}'
push 3 push
journal "SELECT links, count(*) FROM record GROUP BY 1 ORDER BY 1" <<'.'
missing 1
seen 2
.
