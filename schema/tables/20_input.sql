-- input: the files that were read, in the order of the command line. Written by load (communications) and by whoever
-- reads the reconciliation files; kept for the bundle and for `diff`.
CREATE TABLE input (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL
		CHECK (CASE kind WHEN 'communications' THEN 1 WHEN 'contacts' THEN 1 WHEN 'companies' THEN 1
			WHEN 'deals' THEN 1 WHEN 'already_pushed' THEN 1 ELSE 0 END),
	name TEXT NOT NULL, -- the file's name without its folders
	bytes INTEGER, -- NULL, as the two below, until the file has been read to its end
	sha256 TEXT,
	rows_read INTEGER, -- records after the header, rejected ones included
	position INTEGER NOT NULL -- 0, 1, 2 ... within its kind: a later file's row replaces an earlier one's
) STRICT;

-- input_column: what the header of a file held, a row a column. A source column that no row names was missing and
-- loaded as NULL.
CREATE TABLE input_column (
	input_id INTEGER NOT NULL,
	position INTEGER NOT NULL, -- 0 is the first
	header TEXT NOT NULL, -- as it stands in the file
	column_name TEXT, -- the table's column; NULL when the column was ignored
	extra INTEGER NOT NULL DEFAULT 0 CHECK (extra IN (0, 1)), -- 1: none of the known columns
	PRIMARY KEY (input_id, position)
) STRICT, WITHOUT ROWID;
