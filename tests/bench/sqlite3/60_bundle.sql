-- The seven files of the bundle: all rows but those held back, in the order of the communications' ids.
.mode list
.headers off
.output bundle/calls.ndjson
SELECT hubspot_api_payload FROM ic_calls t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/emails.ndjson
SELECT hubspot_api_payload FROM ic_emails t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/meetings.ndjson
SELECT hubspot_api_payload FROM ic_meetings t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/notes.ndjson
SELECT hubspot_api_payload FROM ic_notes t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/tasks.ndjson
SELECT hubspot_api_payload FROM ic_tasks t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/communications.ndjson
SELECT hubspot_api_payload FROM ic_communications t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output bundle/postal_mail.ndjson
SELECT hubspot_api_payload FROM ic_postal_mail t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
ORDER BY id;
.output
