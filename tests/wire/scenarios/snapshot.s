# What the portal takes goes into portal.json.
mock
mkdir out
push 0 snapshot
grep -q '"name": "hs_call_direction"' out/portal.json || fail "no property in portal.json"
grep -q '"OUTBOUND"' out/portal.json || fail "no option in portal.json"
