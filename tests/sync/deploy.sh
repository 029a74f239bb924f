# deploy and check: what is made, what is left alone, what is told.

database deployed
run_sync check
is "check of an empty database" 0 "$status"
run_sync deploy --dry-run
is "a dry run makes nothing" 0 "$(psql -XAtc "SELECT count(*) FROM pg_namespace WHERE nspname = 'staging'")"
run_sync deploy --as-of 2026-01-01
is "deploy into an empty database" 0 "$status"
is "66 indexes of the contract" 66 "$(sql "SELECT count(*) FROM pg_indexes WHERE schemaname = 'staging' AND indexname LIKE 'idx_ic_%'")"
is "columns per table" "26 36 20 29 30 18 19 28" "$(sql "SELECT string_agg(n::text, ' ' ORDER BY t COLLATE \"C\") FROM (SELECT table_name t, count(*) n
	FROM information_schema.columns WHERE table_schema = 'staging' AND table_name IN ('ic_communication_master', 'ic_calls', 'ic_emails',
	'ic_meetings', 'ic_notes', 'ic_tasks', 'ic_communications', 'ic_postal_mail') GROUP BY 1) c")"
is "the same columns in the same order as in SQLite" "" "$(diff \
	<(sql "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'staging'
		AND (table_name ~ '^ic_|_reconciliation$') ORDER BY table_name COLLATE \"C\", CASE WHEN table_name ~ '^ic_' THEN ordinal_position END, column_name COLLATE \"C\"") \
	<(for table in communications_reconciliation companies_reconciliation contacts_reconciliation deals_reconciliation ic_calls \
		ic_communication_master ic_communications ic_emails ic_meetings ic_notes ic_postal_mail ic_tasks; do
		{ cat schema/tables/*.sql; echo "SELECT '$table.' || name FROM pragma_table_info('$table') ORDER BY
			CASE WHEN '$table' LIKE 'ic\_%' ESCAPE '\' THEN cid END, name;"; } | sqlite3 :memory:
	done))"
is "the plan's probes" "calls emails meetings tasks notes notes" "$(sql "SELECT concat_ws(' ', classify_activity_type('Call', NULL, NULL),
	classify_activity_type('Email', NULL, NULL), classify_activity_type('Meeting', NULL, NULL), classify_activity_type('Case', 'High', 123),
	classify_activity_type('Case', 'Low', 456), classify_activity_type('Unknown', NULL, NULL))")"
is "classify_activity_type is immutable" i "$(sql "SELECT provolatile FROM pg_proc WHERE proname = 'classify_activity_type'")"
is "all 17 views can be queried" 17 "$(sql "SELECT count(*) FROM pg_views WHERE schemaname = 'staging'
	AND query_to_xml(format('SELECT * FROM %I LIMIT 1', viewname), true, true, '') IS NOT NULL")"

before=$(pg_dump -n staging 2>/dev/null | grep -v '^\\\(un\)\?restrict' | sha256sum)
run_sync deploy --as-of 2026-01-01
is "deploy again: nothing to do" 0 "$status"
has "deploy again says so" "there 1" "$work/out"
is "and nothing has changed" "$before" "$(pg_dump -n staging 2>/dev/null | grep -v '^\\\(un\)\?restrict' | sha256sum)"

# a team's own server: a table with a column less, one more, another type; a view and a function of their own
database theirs
sql "CREATE SCHEMA staging" >/dev/null
PGOPTIONS='-c search_path=staging' psql -Xq -f schema/postgres/tables/30_ic_communication_master.sql
PGOPTIONS='-c search_path=staging' psql -Xq -f schema/postgres/tables/60_ic_calls.sql
sql "ALTER TABLE ic_calls DROP COLUMN call_source; ALTER TABLE ic_calls ADD COLUMN recording text;
	ALTER TABLE ic_calls ALTER COLUMN call_title TYPE text;
	CREATE VIEW v_ic_notes_staging AS SELECT id FROM ic_communication_master;
	CREATE FUNCTION classify_activity_type(a text, b text, c integer) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'calls'"
run_sync deploy
is "deploy beside what is theirs" 3 "$status"
has "a missing column is told" "ic_calls.call_source" "$work/out"
has "an extra column is told" "ic_calls.recording" "$work/out"
has "another type is told" "is text, ours character varying(500)" "$work/out"
has "their view stays" "differs  view" "$work/out"
has "their function stays" "is not made by hubstage, and stays as it is" "$work/out"
is "their view is as it was" id "$(sql "SELECT string_agg(column_name, ' ') FROM information_schema.columns WHERE table_name = 'v_ic_notes_staging'")"
is "their function is as it was" calls "$(sql "SELECT classify_activity_type('Email', NULL, NULL)")"
has "what cannot be made is told with the reason" "v_ic_notes_payload" "$work/out"
is "the other tables were made" 1 "$(sql "SELECT count(*) FROM pg_tables WHERE tablename = 'ic_emails'")"

# indexes that their rows or columns do not allow are told, each with its reason; the others are made
database doubled
sql "CREATE SCHEMA staging" >/dev/null
PGOPTIONS='-c search_path=staging' psql -Xq -f schema/postgres/tables/30_ic_communication_master.sql -f schema/postgres/tables/60_ic_calls.sql
sql "INSERT INTO ic_communication_master (comm_communicationid, comm_type, comm_datetime, comm_createddate, derived_activity_type)
	VALUES (1, 'Call', '2024-01-01', '2024-01-01', 'calls');
	INSERT INTO ic_calls (ic_communication_master_id, activity_date) VALUES (1, '2024-01-01'), (1, '2024-01-01');
	ALTER TABLE ic_calls DROP COLUMN associated_deal_id; CREATE VIEW ic_notes AS SELECT 1 AS id"
run_sync deploy
is "deploy where an index cannot be made" 3 "$status"
has "a unique index over rows that are there twice" "could not be made: schema/postgres/indexes/60_ic_calls.sql: a value that must be unique" "$work/out"
has "an index on a column that is missing" 'column "associated_deal_id" does not exist' "$work/out"
has "a name that something else has" 'relation "ic_notes" already exists' "$work/out"
is "has no columns or constraints that are missing" "" "$(grep -E '^missing +(column|constraint) +ic_notes' "$work/out")"
is "the others are made" 5 "$(sql "SELECT count(*) FROM pg_indexes WHERE indexname LIKE 'idx_ic_calls_%'")"
is "every reason is known" "" "$(grep 'no reason is known' "$work/out")"

# a schema with a name of its own kind, in a database with settings of its own kind
database odd
for setting in "datestyle = 'SQL, DMY'" "timezone = 'Asia/Kolkata'" 'standard_conforming_strings = off' 'backslash_quote = off' \
	'quote_all_identifiers = on' "search_path = ''" 'check_function_bodies = off' "default_transaction_isolation = 'serializable'"; do
	psql -Xqc "ALTER DATABASE odd SET $setting"
done
run_sync deploy --schema 'My "own' --as-of 2026-01-01
is "deploy with odd settings" "0 created 137" "$status $(tail -n 1 "$work/out" | sed 's/ $//')"
run_sync deploy --schema 'My "own' --as-of 2026-01-01
is "and again" "0 there 137" "$status $(tail -n 1 "$work/out" | sed 's/ $//')"

# check says what is true of a role's rights, and counts
database rights
run_sync deploy
sql "INSERT INTO contacts_reconciliation (legacy_contact_id) SELECT generate_series(1, 7); DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN;
	ALTER TABLE ic_notes ALTER id DROP IDENTITY; CREATE SEQUENCE own OWNED BY ic_notes.id; ALTER TABLE ic_notes ALTER id SET DEFAULT nextval('own');
	REVOKE TEMPORARY ON DATABASE rights FROM public; GRANT USAGE ON SCHEMA staging TO clerk;
	GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA staging TO clerk; GRANT USAGE ON SEQUENCE own TO clerk"
PGUSER=clerk run_sync check
has "check counts" "contacts_reconciliation       7 rows" "$work/out"
has "without temporary tables there is no push" "push           no" "$work/out"
sql "GRANT TEMPORARY ON DATABASE rights TO clerk; REVOKE USAGE ON SEQUENCE own FROM clerk"
PGUSER=clerk run_sync check
has "nor without a serial column's numbers" "push           no" "$work/out"
sql "GRANT USAGE ON SEQUENCE own TO clerk; REVOKE SELECT ON ic_tasks FROM clerk"
PGUSER=clerk run_sync check
has "nor without reading" "ic_tasks                      may not be read" "$work/out"
sql "GRANT SELECT ON ic_tasks TO clerk"
PGUSER=clerk run_sync check
has "with all that there is" "push           yes" "$work/out"
run_sync check --schema ''
is "a schema without a name" 2 "$status"

# two at once
database twice
"$sync" deploy >"$work/other_out" 2>&1 &
run_sync deploy
wait $!
is "two deploys at once" "0 0 137" "$? $status $(cat "$work/out" "$work/other_out" | grep -c '^created  ')"

# another rule set takes the place of the first only when it is named
database rules
run_sync deploy --as-of 2026-01-01
"$hubstage" rules export "$work/other" >/dev/null 2>&1
sed -i 's/^mail,/mail,/; /^letter,/a parcel,,,,,,,,,,,postal_mail,,,,type is a word for postal mail' "$work/other/classification.csv"
run_sync deploy
is "without --rules what is installed stays" plan "$(sql "SELECT rule_set FROM this_run")"
run_sync deploy --rules "$work/other" --as-of 2026-01-01
is "a named rule set is installed" "other postal_mail" "$(sql "SELECT rule_set || ' ' || classify_activity_type('Parcel', NULL, NULL) FROM this_run")"
sed -i '2s/.*/call,"bad/' "$work/other/classification.csv"
run_sync deploy --rules "$work/other"
is "a bad rule set is refused" 2 "$status"
is "and nothing has changed" postal_mail "$(sql "SELECT classify_activity_type('Parcel', NULL, NULL)")"
