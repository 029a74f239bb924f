-- Waits until the server is done with a push. In a statement of its own: what the statement that waits sees is from before.
SELECT FROM pg_advisory_xact_lock(hashtext('hubstage push'), hashtext(current_schema()));
