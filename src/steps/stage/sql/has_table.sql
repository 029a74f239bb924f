-- Whether the workspace is new enough to have the table ?1.
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1;
