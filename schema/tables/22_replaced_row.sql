-- replaced_row: a row of an earlier file in whose place a later file's row of the same communication was taken.
-- Written by load, counted as `replaced`.
CREATE TABLE replaced_row (
	comm_communicationid INTEGER NOT NULL,
	input_id INTEGER NOT NULL, -- the earlier file
	line INTEGER NOT NULL,
	byte_offset INTEGER NOT NULL,
	byte_length INTEGER NOT NULL,
	replaced_by_input_id INTEGER NOT NULL,
	UNIQUE (comm_communicationid, input_id, line)
) STRICT;
