# What this journal created is archived; what was edited since is left, and listed. Then it can be pushed again.
mock
bundle_make out/bundle 4 calls
push 0 push --no-read-back
sleep 1.1
http POST /__edit '{"type":"calls","key":"3","properties":{"hs_call_title":"Edited"}}' >edit.out
seen=$(wc -l <mock.log)
push 2 rollback
push 3 rollback --dry-run
sent <<'.'
POST calls/batch/read 4 200
.
grep -q 'communication 3' push.out || fail "does not say which it leaves"
push 3 rollback --yes
sent <<'.'
POST calls/batch/read 4 200
POST calls/batch/archive 3 204
.
journal "SELECT communication_id, state, hubspot_id IS NULL FROM record" <<'.'
1 archived 1
2 archived 1
3 created 0
4 archived 1
.
[ "$(truth archived)" = 3 ] || fail "HubSpot has $(truth archived) archived records"
journal "SELECT comm_communicationid FROM v_rollback" <<'.'
1
2
4
.
push 0 push --no-read-back
journal <<'.'
calls created 4
.
