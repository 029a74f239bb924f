-- receipt: what HubSpot answered, a row a communication that was sent. Taken from the push journal by receipts; no
-- reset touches it, and the push state of the derivative tables is restored from here.
CREATE TABLE receipt (
	comm_communicationid INTEGER PRIMARY KEY,
	activity_type TEXT NOT NULL, -- as it was sent; a row whose type changed since is held
	hubspot_engagement_id INTEGER, -- NULL when it failed
	status TEXT NOT NULL CHECK (status IN ('pushed', 'failed')),
	payload_sha256 TEXT, -- of the bundle's line as sent; NULL when unknown
	error_message TEXT,
	pushed_at TEXT
) STRICT;
