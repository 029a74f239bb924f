# A scope is missing: a stop that names it.
mock --scopes crm.objects.contacts.read
bundle_make out/bundle 3 calls
push 7 push --no-read-back
grep -q 'crm.objects.contacts.write' push.err || fail "does not name the scope"
