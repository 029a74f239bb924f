# A HubSpot that lacks the newer paths: the account is asked for by v3, the key is found in the list of all properties,
# associations are read by v4.
mock
bundle_make out/bundle 3 calls
faults '{"rules":[{"match":{"path":"/account-info/2026-09"},"do":"404"},{"match":{"path":"/calls/legacy_communication_id"},"do":"404"},{"match":{"path":"/crm/associations/2026-09"},"do":"404"}]}'
push 0 push
sent <<'.'
POST calls/batch/create 3 201
POST associations/2026-09/calls/contacts/batch/read 3 404
POST associations/calls/contacts/batch/read 3 200
.
