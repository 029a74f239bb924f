# The two reports: their numbers, their failures with the bundle's line, against the plan's targets.
mock
BUNDLE_EDIT='2s/OUTBOUND/SIDEWAYS/' bundle_make out/bundle 60 calls
push 3 push --no-read-back --limit 10
push 4 report
same "test report" 3< <(grep -E 'success rate|calls.ndjson' out/report/api_test_report.md) <<'.'
| API test push success rate | 100% | 90.00% | NO |
| 2 | calls | rejected | INVALID\_OPTION | SIDEWAYS was not one of the allowed options: \[INBOUND, OUTBOUND\] | data/calls.ndjson:2 |  |
.
push 3 push --no-read-back
push 0 report
same "production report" 3< <(grep -E 'success rate|not sent' out/report/production_push_report.md) <<'.'
| API production push success rate | \> 98% | 98.33% | yes |
| Records not sent yet | 0 | 0.00 | yes |
.
grep -q "default-src 'none'" out/report/production_push_report.html || fail "html without a policy"
