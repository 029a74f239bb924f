-- source_mark: the communications that the file's own columns call private or deleted, where the rule set asks for that
-- (the filters private and deleted). Of several rows of one communication one is enough. Written by load.
CREATE TABLE source_mark (
	comm_communicationid INTEGER PRIMARY KEY,
	is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
	is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1))
) STRICT;

-- source_extra: what the file's other columns hold: those that the rule set's columns.csv names ("extra from"), and all of
-- them with --keep-extra; of several rows of one communication, what the first one holds. Written by load.
CREATE TABLE source_extra (
	comm_communicationid INTEGER NOT NULL,
	name TEXT NOT NULL, -- owner_email, from, location ... (schema/source_columns.csv), else the header in small letters
	value TEXT NOT NULL,
	PRIMARY KEY (comm_communicationid, name)
) STRICT, WITHOUT ROWID;
