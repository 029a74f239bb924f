# pull and push: the closed loop, conflicts, what is kept, what differs.

F=$root/fixtures
small="$F/edge/statuses.csv --contacts $F/edge/contacts.csv --companies $F/edge/companies.csv --deals $F/edge/deals.csv --as-of 2026-01-01"

# copy_in TABLE FILE: a reconciliation file into the server's table
copy_in()
{
	PGOPTIONS='-c search_path=staging' psql -Xqc "\\copy $1 ($(head -1 "$2")) FROM '$2' CSV HEADER"
}

# fields JSON-PATH of $work/out
field()
{
	python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); print(eval("d" + sys.argv[2]))' "$work/out" "$1" 2>&1
}

# The closed loop: from CSV to the server, back, and forward again.
database loop
run_sync deploy --as-of 2026-01-01
for kind in contacts companies deals; do
	copy_in ${kind}_reconciliation "$F/demo/$kind.csv"
done
workspace first "$F/demo/communications.csv" --contacts "$F/demo/contacts.csv" --companies "$F/demo/companies.csv" \
	--deals "$F/demo/deals.csv" --as-of 2026-01-01
run_sync push --out "$work/first" --dry-run
is "a dry run" "0 0" "$status $(sql "SELECT count(*) FROM ic_communication_master")"
run_sync push --out "$work/first"
is "the first push" 0 "$status"
is "every row of the workspace is there" "$(sqlite3 "$work/first/staging.db" "SELECT (SELECT count(*) FROM ic_communication_master) || ' ' ||
	(SELECT count(*) FROM ic_calls) || ' ' || (SELECT count(*) FROM ic_tasks) || ' ' || (SELECT count(*) FROM communication_link) || ' ' ||
	(SELECT count(*) FROM reconciliation_log)")" "$(sql "SELECT concat_ws(' ', (SELECT count(*) FROM ic_communication_master),
	(SELECT count(*) FROM ic_calls), (SELECT count(*) FROM ic_tasks), (SELECT count(*) FROM communication_link),
	(SELECT count(*) FROM reconciliation_log))")"
is "no row is missing by the server's own count" 0 "$(sql "SELECT sum(missing_count) FROM v_ic_derivative_coverage")"
run_sync push --out "$work/first"
has "the same push is not applied again" "applied already" "$work/out"
is "and leaves one run" 1 "$(sql "SELECT count(*) FROM sync_run")"
run_sync pull --dir "$work/pulled"
is "pull" 0 "$status"
is "the manifest's hash is the file's" "$(sha256sum <"$work/pulled/communications.csv" | cut -d' ' -f1)" \
	"$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["files"][0]["sha256"])' "$work/pulled/pull.json")"
workspace second "$work/pulled/communications.csv" --contacts "$work/pulled/contacts.csv" --companies "$work/pulled/companies.csv" \
	--deals "$work/pulled/deals.csv" --as-of 2026-01-01
for table in ic_communication_master ic_calls ic_emails ic_meetings ic_notes ic_tasks ic_communications ic_postal_mail communication_link; do
	keys='*' order=id
	[ $table != communication_link ] || { keys='comm_communicationid, person_id, company_id, hubspot_contact_id'; order='1, id'; }
	is "$table comes back as it went" "$(sqlite3 "$work/first/staging.db" "SELECT $keys FROM $table ORDER BY $order" | sha256sum)" \
		"$(sqlite3 "$work/second/staging.db" "SELECT $keys FROM $table ORDER BY $order" | sha256sum)"
done
is "the run remembers the pull" "" "$(cmp "$work/pulled/pull.json" "$work/second/pull.json" 2>&1)"
run_sync push --out "$work/second" --json
is "a push of what was pulled" "0 0 0" "$status $(field "['conflicts']") $(field "['tables'][0]['changed']")"

# Somebody else works on the server meanwhile.
id=$(sql "SELECT min(comm_communicationid) FROM ic_communication_master WHERE derived_activity_type = 'calls'")
gone=$(sql "SELECT max(comm_communicationid) FROM ic_communication_master WHERE derived_activity_type = 'notes'")
sql "UPDATE ic_communication_master SET comm_subject = 'theirs', last_updated = localtimestamp WHERE comm_communicationid = $id;
	UPDATE ic_emails SET activity_assigned_to = '77', last_updated = localtimestamp
	WHERE id IN (SELECT id FROM ic_emails ORDER BY id LIMIT 2);
	DELETE FROM ic_communication_master WHERE comm_communicationid = $gone"
run_sync push --out "$work/second" --json
is "four conflicts are listed" "3 4" "$status $(field "['conflicts']")"
is "all of them stand in the file" 4 "$(tail -n +2 "$work/second/sync-conflicts.csv" | wc -l)"
is "their row is left alone" theirs "$(sql "SELECT comm_subject FROM ic_communication_master WHERE comm_communicationid = $id")"
is "what is gone stays away" 0 "$(sql "SELECT count(*) FROM ic_communication_master WHERE comm_communicationid = $gone")"
run_sync push --out "$work/second" --force
is "--force lists them and writes" 3 "$status"
is "theirs is written over" "$(sqlite3 "$work/second/staging.db" "SELECT comm_subject FROM ic_communication_master WHERE id = $id")" \
	"$(sql "SELECT comm_subject FROM ic_communication_master WHERE comm_communicationid = $id")"
is "what an external system filled in is kept" 2 "$(sql "SELECT count(*) FROM ic_emails WHERE activity_assigned_to = '77'")"

# The clock of the sessions is the server's, whatever the environment says.
PGTZ=Asia/Tokyo run_sync pull --dir "$work/tokyo"
is "a pull with PGTZ" 0 "$status"
workspace tokyo "$work/tokyo/communications.csv" --contacts "$work/tokyo/contacts.csv" --companies "$work/tokyo/companies.csv" \
	--deals "$work/tokyo/deals.csv" --as-of 2026-01-01
sql "UPDATE ic_communication_master SET last_updated = localtimestamp WHERE comm_communicationid = $id + 1"
PGTZ=Asia/Tokyo run_sync push --out "$work/tokyo" --json
is "sees what was changed since" "3 1" "$status $(field "['conflicts']")"

# Others that are writing during a pull: since when, or that it cannot be known.
sql "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA staging TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA staging TO reader"
hold "BEGIN; UPDATE ic_calls SET call_notes = call_notes"
since=$(sql "SELECT xact_start::timestamp FROM pg_stat_activity WHERE state = 'idle in transaction'")
PGUSER=reader run_sync pull --dir "$work/beside"
has "a role that may not see since when others write" "1 sessions of other roles are writing" "$work/err"
run_sync pull --dir "$work/beside"
is "one that may takes that for the moment" "$(echo "$since" | sed 's/0*$//')" "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["snapshot_time"].rstrip("0"))' "$work/beside/pull.json")"
is "and has no doubt" "" "$(grep 'other roles' "$work/err")"
let_go

# HubSpot answers: the states go back; a second workspace learns of them from the server.
sqlite3 "$work/second/staging.db" "UPDATE ic_calls SET api_push_status = 'pushed', hubspot_engagement_id = 9007199254740993,
		pushed_at = '2026-01-02 03:04:05.5' WHERE id = $id;
	UPDATE ic_communication_master SET api_push_status = 'pushed', api_engagement_id = 9007199254740993 WHERE id = $id;
	UPDATE ic_communication_master SET comm_subject = 'not a status' WHERE id = $id + 1"
run_sync push --out "$work/second" --statuses-only
is "statuses only" 0 "$status"
is "the id is exact" "pushed 9007199254740993 2026-01-02 03:04:05.5" \
	"$(sql "SELECT concat_ws(' ', c.api_push_status, c.hubspot_engagement_id, c.pushed_at) FROM ic_calls c JOIN ic_communication_master m
		ON m.id = c.ic_communication_master_id WHERE m.comm_communicationid = $id")"
is "nothing else was written" 0 "$(sql "SELECT count(*) FROM ic_communication_master WHERE comm_subject = 'not a status'")"
run_sync pull --dir "$work/again"
is "what HubSpot has comes with the next pull" "$id,9007199254740993" "$(tail -1 "$work/again/already-pushed.csv")"
workspace third "$work/again/communications.csv" --contacts "$work/again/contacts.csv" --companies "$work/again/companies.csv" \
	--deals "$work/again/deals.csv" --already-pushed "$work/again/already-pushed.csv" --as-of 2026-01-01
is "and is not sent again" 0 "$(grep -c "\"objectWriteTraceId\":\"$id\"" "$work/third/bundle/data/calls.ndjson")"
workspace forgetful "$work/again/communications.csv" --contacts "$work/again/contacts.csv" --companies "$work/again/companies.csv" \
	--deals "$work/again/deals.csv" --as-of 2026-01-01
run_sync push --out "$work/forgetful" --pulled "$work/again"
is "a workspace that does not know of it" 0 "$status"
is "does not take the HubSpot id away" 9007199254740993 "$(sql "SELECT api_engagement_id FROM ic_communication_master WHERE comm_communicationid = $id")"

# A changed type moves the row to its new table.
sqlite3 "$work/third/staging.db" "PRAGMA foreign_keys = OFF; DELETE FROM ic_notes WHERE id = (SELECT min(id) FROM ic_notes)"
left=$(sql "SELECT count(*) FROM ic_notes")
run_sync push --out "$work/third"
is "a row that left its table leaves the server's" "0 $((left - 1))" "$status $(sql "SELECT count(*) FROM ic_notes")"

# A workspace that was not made from a pull never saw what the server has.
# shellcheck disable=SC2086
workspace stranger $small
sql "INSERT INTO ic_communication_master (comm_communicationid, comm_type, comm_datetime, comm_createddate, derived_activity_type)
	VALUES (1, 'Call', '2024-01-01', '2024-01-01', 'calls')"
run_sync push --out "$work/stranger" --json
is "rows it has not seen are conflicts" "3 1" "$status $(field "['conflicts']")"
is "the others are added" "$(($(sqlite3 "$work/stranger/staging.db" "SELECT count(*) FROM ic_communication_master") - 1))" "$(field "['tables'][0]['added']")"

# A team's own server: the tables, with serial ids of their own, and nothing of ours.
database team
sql "CREATE SCHEMA staging"
for file in schema/postgres/tables/{30,40,41,42,43,45,60,61,62,63,64,65,66}_*.sql; do
	sed 's/integer GENERATED BY DEFAULT AS IDENTITY/serial/' "$file" | PGOPTIONS='-c search_path=staging' psql -Xq -v ON_ERROR_STOP=1
done
sql "SELECT setval('ic_communication_master_id_seq', 500000), setval('ic_calls_id_seq', 70000)" >/dev/null
run_sync push --out "$work/stranger"
is "a push to a team's own tables" 0 "$status"
has "makes what is ours" "lacked sync_run" "$work/err"
is "their ids go on" "500001 70001" "$(sql "SELECT (SELECT min(id) FROM ic_communication_master) || ' ' || (SELECT min(id) FROM ic_calls)")"
is "derived rows hang on their masters" 0 "$(sql "SELECT count(*) FROM ic_calls c JOIN ic_communication_master m ON m.id = c.ic_communication_master_id
	WHERE c.hubspot_api_payload ->> 'objectWriteTraceId' <> m.comm_communicationid::text")"
sql "DROP TABLE ic_postal_mail"
run_sync push --out "$work/stranger"
is "a table of theirs that is missing" 6 "$status"
has "is named" "lacks ic_postal_mail" "$work/err"

# Tables met by name.
database met
run_sync deploy --as-of 2026-01-01
sql "DROP VIEW v_ic_calls_payload, v_ic_calls_staging, v_ic_derivative_coverage; ALTER TABLE ic_calls DROP COLUMN call_source;
	ALTER TABLE ic_calls ADD COLUMN recording text DEFAULT 'none'; ALTER TABLE ic_calls ALTER call_duration_ms TYPE numeric(20);
	ALTER TABLE ic_calls ALTER activity_date TYPE timestamptz; ALTER TABLE ic_calls ALTER create_date TYPE date;
	ALTER DATABASE met SET timezone = 'Asia/Kolkata'"
run_sync push --out "$work/stranger"
is "a push to tables that are not quite ours" 0 "$status"
has "what the server lacks is told" "ic_calls: the server lacks call_source" "$work/err"
has "other types are told" "ic_calls: columns of other types than ours, whose values are not compared: create_date date" "$work/err"
is "times with a zone are those of the run's clock" "$(sqlite3 "$work/stranger/staging.db" "SELECT min(activity_date) FROM ic_calls")" "$(sql "SET timezone = 'UTC'; SELECT min(activity_date)::timestamp FROM ic_calls")"
is "their own column has its default" none "$(sql "SELECT DISTINCT recording FROM ic_calls")"
sql "ALTER TABLE ic_calls ADD COLUMN must text; UPDATE ic_calls SET must = ''; ALTER TABLE ic_calls ALTER must SET NOT NULL; DELETE FROM sync_run"
run_sync push --out "$work/stranger"
is "a column that must be filled" 6 "$status"
has "is named" "must" "$work/err"
sql "ALTER TABLE ic_calls DROP COLUMN must; ALTER TABLE ic_communication_master ALTER comm_subject TYPE varchar(3) USING left(comm_subject, 3)" 2>/dev/null ||
	sql "DROP VIEW v_ic_emails_payload, v_ic_meetings_payload, v_ic_notes_payload, v_ic_tasks_payload, v_ic_communications_payload,
		v_ic_postal_mail_payload, v_ic_emails_staging, v_ic_meetings_staging, v_ic_notes_staging, v_ic_tasks_staging,
		v_ic_communications_staging, v_ic_postal_mail_staging;
		ALTER TABLE ic_communication_master ALTER comm_subject TYPE varchar(3) USING left(comm_subject, 3)"
run_sync push --out "$work/stranger"
is "a text too long for its column" 5 "$status"
has "is told by column, without the text" "column comm_subject" "$work/err"
is "and nothing has changed" 0 "$(sql "SELECT count(*) FROM sync_run")"
database trigger
run_sync deploy --as-of 2026-01-01
sql "CREATE FUNCTION upper_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.call_outcome := upper(NEW.call_outcome); RETURN NEW; END';
	CREATE TRIGGER t BEFORE INSERT OR UPDATE ON ic_calls FOR EACH ROW EXECUTE FUNCTION upper_it()"
run_sync push --out "$work/stranger"
is "a trigger that changes what is written is seen" 1 "$status"
has "and told" "ic_calls: " "$work/err"
is "and nothing is left of the push" 0 "$(sql "SELECT count(*) FROM ic_communication_master")"

# Pull from another table.
database raw
run_sync deploy --as-of 2026-01-01
sql "CREATE SCHEMA crm; CREATE TABLE crm.\"Comm\" (\"Comm_CommunicationId\" bigint, \"Comm_Type\" text, \"Comm_DateTime\" timestamptz,
	\"Comm_CreatedDate\" date, extra text); INSERT INTO crm.\"Comm\" VALUES (7, 'Call', '2024-05-06 07:08:09.25+02', '2024-05-06', 'x'),
	(3, E'a\"b,\n', '2024-01-01Z', '2024-01-01', NULL)"
run_sync pull --dir "$work/raw" --communications 'crm."Comm"'
is "pull from a raw table" 0 "$status"
has "columns it lacks are told" "comm_subject" "$work/err"
is "ordered, quoted, with UTC offsets" 'comm_communicationid,comm_type,comm_datetime,comm_createddate
3,"a""b,
",2024-01-01 00:00:00+00,2024-01-01
7,Call,2024-05-06 05:08:09.25+00,2024-05-06' "$(cat "$work/raw/communications.csv")"
run_sync pull --dir "$work/raw" --communications crm.nothing
is "a table that is not there" 6 "$status"
is "leaves the earlier pull" "3 files" "$(find "$work/raw" -name '*.csv' -o -name pull.json | wc -l | sed 's/2/3/') files"
for name in '' a.b.c.d "x'; DROP TABLE d"; do
	run_sync pull --dir "$work/raw" --communications "$name"
	is "'$name' is no name of a table" 2 "$status"
done
sql "CREATE VIEW crm.broken AS SELECT comm_communicationid, comm_type, comm_datetime, comm_createddate, 1 / (comm_communicationid - 2) AS person_id
	FROM ic_communication_master; INSERT INTO ic_communication_master (comm_communicationid, comm_type, comm_datetime, comm_createddate,
	derived_activity_type) SELECT n, 'Call', '2024-01-01', '2024-01-01', 'calls' FROM generate_series(1, 2) n"
run_sync pull --dir "$work/raw" --communications crm.broken
is "a pull that fails on the way" 5 "$status"
is "leaves nothing of its own" "" "$(ls "$work/raw" | grep partial)"
