# One byte of the bundle is another: nothing is sent.
mock
bundle_make out/bundle 3 calls
sed -i 's/OUTBOUND/INBOUND_/' out/bundle/data/calls.ndjson
push 9 push
sent </dev/null
