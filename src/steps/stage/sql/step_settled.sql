-- The files are in place.
UPDATE step SET state = 'done' WHERE name = ?1;
