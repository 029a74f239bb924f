-- Fails when $1 cannot be the name of a table.
SELECT to_regclass($1);
