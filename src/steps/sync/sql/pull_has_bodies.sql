-- Whether any communication has a body that is longer than the master's column.
SELECT EXISTS (SELECT 1 FROM email_body);
