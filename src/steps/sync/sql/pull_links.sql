-- Whether there is a table of further persons and companies.
SELECT to_regclass('communication_link') IS NOT NULL;
