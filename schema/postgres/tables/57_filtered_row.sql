-- filtered_row: the first of the filters that holds or skips a communication, as inside/filter.sql found it: the staging
-- views look here.
CREATE TABLE filtered_row (
	comm_communicationid integer PRIMARY KEY,
	position integer NOT NULL,
	decision text NOT NULL CHECK (decision IN ('hold', 'skip')),
	code text NOT NULL,
	reason text NOT NULL
);
COMMENT ON TABLE filtered_row IS 'The filter that holds or skips a communication.';
