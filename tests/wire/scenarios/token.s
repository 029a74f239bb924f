# The token: from a file, never shown; a file that others can read is warned about; none at all is refused.
mock
bundle_make out/bundle 3 calls
printf '%s\n' "$TOKEN" >../token.$$
"$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" --token-file "../token.$$" --no-read-back >push.out 2>push.err || fail "not taken from a file"
grep -q 'chmod 600' push.err || fail "no warning"
rm "../token.$$"
"$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "$url" >push.out 2>push.err && fail "went without a token"
HUBSPOT_ACCESS_TOKEN=$TOKEN "$BUILD/hubstage-push" push --portal "$PORTAL" --base-url "http://example.com" >push.out 2>push.err
[ $? = 2 ] || fail "http to another machine"
