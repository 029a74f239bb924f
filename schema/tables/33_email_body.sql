-- email_body: the whole text of Comm_Email where a rule set says that this column holds the e-mail's body
-- (this_run.email_column_holds) and the text is longer than the master's column may be: the master then has the first 500
-- characters, and views of such a rule set look here first. Written by load, one row a long body.
CREATE TABLE email_body (
	comm_communicationid INTEGER PRIMARY KEY,
	body TEXT NOT NULL
) STRICT;
