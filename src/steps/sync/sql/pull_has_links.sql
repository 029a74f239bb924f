-- Whether any communication has further persons or companies.
SELECT EXISTS (SELECT 1 FROM communication_link);
