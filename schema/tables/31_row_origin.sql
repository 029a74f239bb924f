-- row_origin: where each row of the master stands in its file, and the combination of codes that classified it.
-- Written by load, one row a master row.
CREATE TABLE row_origin (
	comm_communicationid INTEGER PRIMARY KEY,
	input_id INTEGER NOT NULL,
	line INTEGER NOT NULL,
	byte_offset INTEGER NOT NULL,
	byte_length INTEGER NOT NULL,
	code_combination_id INTEGER NOT NULL
) STRICT;
