-- measurement: the numbers that v_gate compares with its thresholds. Written by the files under schema/measure.
CREATE TABLE measurement (
	name TEXT PRIMARY KEY,
	value REAL -- NULL: a rate over no rows, which passes
) STRICT, WITHOUT ROWID;
