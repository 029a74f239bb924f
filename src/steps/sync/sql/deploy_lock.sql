-- One deploy at a time: $1 the schema, which need not be there yet.
SELECT pg_advisory_xact_lock(hashtext('hubstage deploy'), hashtext($1));
