-- The view of a name.
SELECT name FROM sqlite_master WHERE type = 'view' AND name = ?1;
