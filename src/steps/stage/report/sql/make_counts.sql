-- What one pass over the master counts (tally.c), for the statements of the report to read. It lives as long as
-- the connection does.
DROP TABLE IF EXISTS temp.report_count;
DROP TABLE IF EXISTS temp.report_code;
DROP TABLE IF EXISTS temp.report_backwards;

-- kind         a                                   b
-- month        YYYY-MM of comm_datetime
-- hour         HH of comm_datetime
-- association  contact, company, deal: what is there
-- orphan       year of comm_datetime               (of those in v_on_no_record)
-- length       subject, note, email                number of its class, from 0: no text
-- longest      subject, note, email                (rows: characters, first_id: whose)
-- end          missing, before, at, after          (comm_todatetime against comm_datetime)
-- content      nothing                             (neither subject nor note)
-- word         comm_type, comm_action ...          the code as it stands; only where the rule leaves it to the synonyms
CREATE TEMP TABLE report_count (
	kind TEXT NOT NULL,
	activity TEXT NOT NULL,
	a TEXT,
	b TEXT,
	rows INTEGER NOT NULL,
	first_id INTEGER -- the smallest communication id among them
) STRICT;

-- The codes that the other rule set looks at, and what becomes of the rows that have them, here and there.
CREATE TEMP TABLE report_code (
	comm_type TEXT,
	comm_action TEXT,
	activity TEXT NOT NULL,
	other_activity TEXT, -- NULL: there is no other rule set
	other_reason TEXT,
	rows INTEGER NOT NULL,
	first_id INTEGER NOT NULL
) STRICT;

-- The communications that end before they start.
CREATE TEMP TABLE report_backwards (id INTEGER PRIMARY KEY) STRICT;
