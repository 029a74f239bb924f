-- With --force nothing is left alone.
TRUNCATE hs_conflict;
