-- repair: the cells whose mojibake --repair mended, with their bytes as they stand in the file: what the master holds is
-- not what the file holds there. Written by load, also for rows that were rejected.
CREATE TABLE repair (
	id INTEGER PRIMARY KEY,
	input_id INTEGER NOT NULL,
	line INTEGER NOT NULL, -- where the record begins
	column_name TEXT NOT NULL,
	original BLOB NOT NULL -- the cell's bytes, in the file's own encoding
) STRICT;
