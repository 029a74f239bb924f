-- finding: what a reader should know about a row that loaded. Written by derive, made again with it. Errors are no
-- findings: they are staging_status 'error' and error_message of the master.
CREATE TABLE finding (
	id INTEGER PRIMARY KEY,
	comm_communicationid INTEGER NOT NULL,
	activity_type TEXT NOT NULL,
	kind TEXT NOT NULL
		CHECK (CASE kind WHEN 'held' THEN 1 -- derived, but not in the bundle
			WHEN 'skipped' THEN 1 -- not derived: a rule or a setting said so
			WHEN 'left_out' THEN 1 -- sent without a value that HubSpot would refuse
			WHEN 'flagged' THEN 1 -- sent, but look
			WHEN 'changed' THEN 1 -- in HubSpot already, with another payload: goes into the bundle's updates
			ELSE 0 END),
	code TEXT NOT NULL, -- UPPER_SNAKE
	property TEXT, -- the column or HubSpot property; NULL when it is the row as a whole
	message TEXT NOT NULL,
	UNIQUE (comm_communicationid, kind, code, property)
) STRICT;
