-- What is on the other side: the schema ($1), rights, and whether it takes writes.
SELECT
	to_regnamespace(quote_ident($1)) IS NOT NULL AS schema_exists,
	coalesce(has_schema_privilege(to_regnamespace(quote_ident($1))::oid, 'USAGE'), false) AS schema_usage,
	coalesce(has_schema_privilege(to_regnamespace(quote_ident($1))::oid, 'CREATE'), false) AS schema_create,
	has_database_privilege(current_database(), 'CREATE') AS database_create,
	has_database_privilege(current_database(), 'TEMP') AS database_temp,
	pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS is_read_only,
	getdatabaseencoding() AS encoding,
	EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') AS has_citus;
