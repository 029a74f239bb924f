-- reject: the records that did not load, each with where it stands and why. Written by load. A record has one row:
-- its first fault.
CREATE TABLE reject (
	id INTEGER PRIMARY KEY,
	input_id INTEGER NOT NULL,
	line INTEGER NOT NULL, -- line of the file where the record begins, the header is line 1
	byte_offset INTEGER NOT NULL, -- in the file, 0 is its first byte
	byte_length INTEGER NOT NULL,
	column_name TEXT, -- NULL when the fault is none of one column
	code TEXT NOT NULL, -- UPPER_SNAKE
	message TEXT NOT NULL, -- quotes ids, dates and codes, never names, addresses or texts
	raw BLOB -- the record's bytes; NULL when it was over max_record and stands in rejects.raw only
) STRICT;
