-- Whether any communication has a value in a column that rule sets such as sage read.
SELECT EXISTS (SELECT 1 FROM source_extra
	WHERE name IN ('owner_email', 'user', 'from', 'to', 'cc', 'bcc', 'location'));
