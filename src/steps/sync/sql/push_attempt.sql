-- Whether the attempt ($1) was applied, after whoever was at it is done.
SELECT EXISTS (SELECT 1 FROM sync_run WHERE attempt = $1)
FROM pg_advisory_xact_lock(hashtext('hubstage push'), hashtext(current_schema()));
