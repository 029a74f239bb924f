-- Whether the attempt ($1) was applied, and whether this server is one that may lag behind.
SELECT EXISTS (SELECT 1 FROM sync_run WHERE attempt = $1), pg_is_in_recovery();
