-- The text of CREATE SCHEMA for $1.
SELECT format('CREATE SCHEMA %I', $1::text);
