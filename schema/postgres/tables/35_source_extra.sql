-- source_extra: what the source's other columns hold: those that the rule set's columns.csv names ("extra from"), and
-- what else a run kept. name: owner_email, from, location ..., else the header in small letters.
CREATE TABLE source_extra (
	comm_communicationid integer NOT NULL,
	name text NOT NULL,
	value text NOT NULL,
	PRIMARY KEY (comm_communicationid, name)
);
COMMENT ON TABLE source_extra IS 'What the source''s other columns hold.';
