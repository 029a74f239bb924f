-- Which of the tables that go with the master are there.
SELECT to_regclass('communication_link') IS NOT NULL, to_regclass('email_body') IS NOT NULL,
	to_regclass('source_mark') IS NOT NULL, to_regclass('source_extra') IS NOT NULL;
