# Without the key property nothing can be settled, so nothing is sent.
mock --create-key plain --key-property absent_key
bundle_make out/bundle 3 calls
strangers=yes
push 9 push
push 9 check
sent </dev/null
push 0 check --create-key
push 0 push --no-read-back
