-- input_fact: how a communications file was read: encoding, delimiter, the order of day and month, each with its evidence,
-- and what was done to its cells, in cells. Written by load.
CREATE TABLE input_fact (
	input_id INTEGER NOT NULL,
	name TEXT NOT NULL, -- encoding, delimiter, dates, rejects ...; counts: nul_bytes, sentinel_dates ...
	value TEXT NOT NULL, -- iconv's name, the character itself, dmy, a number
	evidence TEXT, -- in words; NULL for counts
	PRIMARY KEY (input_id, name)
) STRICT, WITHOUT ROWID;
