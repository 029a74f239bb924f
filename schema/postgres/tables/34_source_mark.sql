-- source_mark: the communications that the source's own columns call private or deleted, where the rule set asks for
-- that (the filters private and deleted).
CREATE TABLE source_mark (
	comm_communicationid integer PRIMARY KEY,
	is_private boolean NOT NULL,
	is_deleted boolean NOT NULL
);
COMMENT ON TABLE source_mark IS 'The communications that the source calls private or deleted.';
