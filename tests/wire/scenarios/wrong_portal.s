# The token is for another portal than the one that was named.
mock --portal 777
bundle_make out/bundle 3 calls
push 9 push
sent </dev/null
