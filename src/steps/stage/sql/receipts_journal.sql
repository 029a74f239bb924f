-- In the journal: its key property, and whether the bundle ?1 was ever pushed with it.
SELECT key_property, EXISTS (SELECT 1 FROM bundle WHERE sha256 = ?1) FROM journal
