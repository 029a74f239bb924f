-- email_body: the whole text of Comm_Email where it is a body (the rule set's email_column_holds) and longer than the
-- master's column may be: the master has the first 500 characters. Counts as long as it begins as the master's does.
CREATE TABLE email_body (
	comm_communicationid integer PRIMARY KEY,
	body text NOT NULL
);
COMMENT ON TABLE email_body IS 'The whole of a Comm_Email that is longer than the master''s column may be.';
