-- communication_link: the further rows of a communication: same id, same core, another person or company (an
-- attendee), or the same again. Written by load, one row a merged record; resolve fills the two HubSpot ids. The
-- communication's own person and company stand in the master.
CREATE TABLE communication_link (
	id INTEGER PRIMARY KEY,
	comm_communicationid INTEGER NOT NULL,
	person_id INTEGER,
	company_id INTEGER,
	hubspot_contact_id INTEGER, -- NULL until resolved, and when the reference is not to be resolved
	hubspot_company_id INTEGER,
	input_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	byte_offset INTEGER NOT NULL,
	byte_length INTEGER NOT NULL,
	UNIQUE (comm_communicationid, input_id, line)
) STRICT;
