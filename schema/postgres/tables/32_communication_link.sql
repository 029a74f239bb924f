-- communication_link: the further persons and companies of a communication (attendees): same id, same core, another
-- person or company. Their HubSpot records become associations, behind the communication's own, by position.
CREATE TABLE communication_link (
	comm_communicationid integer NOT NULL,
	position integer NOT NULL,
	person_id integer,
	company_id integer,
	hubspot_contact_id bigint,
	hubspot_company_id bigint,
	PRIMARY KEY (comm_communicationid, position)
);
COMMENT ON TABLE communication_link IS 'The further persons and companies of a communication: attendees.';
