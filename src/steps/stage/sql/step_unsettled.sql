-- The database has the step's result, and the files that belong to it are not in place yet: it does not stand.
UPDATE step SET state = 'stale' WHERE name = ?1;
