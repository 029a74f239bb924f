# The rules inside PostgreSQL: classify.sql, resolve.sql, filter.sql and derive.sql make of the bare communications what hubstage made of them.

F=$root/fixtures

# every table, without ids and times of the writing
everything()
{
	local table

	for table in ic_{calls,emails,meetings,notes,tasks,communications,postal_mail}; do
		sql "SELECT (to_jsonb(t) - 'id' - 'created_at' - 'last_updated')::text FROM $table t ORDER BY ic_communication_master_id"
	done
	sql "SELECT (to_jsonb(t) - 'created_at' - 'last_updated' - 'processed_at')::text FROM ic_communication_master t ORDER BY id"
	sql "SELECT entity_type, legacy_id, status, error_message FROM reconciliation_log ORDER BY 1, 2"
	sql "SELECT * FROM communication_link ORDER BY 1, 2"
}

# inside RULES DIR: hubstage's result of the files there goes to the server, is taken away but for the communications, and made again
inside()
{
	local kind step before

	database inside
	run_sync deploy --rules "$1" --timezone UTC --as-of 2026-01-01
	workspace inside "$2/communications.csv" --contacts "$2/contacts.csv" --companies "$2/companies.csv" --deals "$2/deals.csv" \
		--rules "$1" --timezone UTC --as-of 2026-01-01
	run_sync push --out "$work/inside"
	is "$1: push" 0 "$status"
	for kind in contacts companies deals; do
		PGOPTIONS='-c search_path=staging' psql -Xqc "\\copy ${kind}_reconciliation ($(head -1 "$2/$kind.csv")) FROM '$2/$kind.csv' CSV HEADER"
	done
	everything >"$work/hubstage"
	sql "DELETE FROM ic_calls; DELETE FROM ic_emails; DELETE FROM ic_meetings; DELETE FROM ic_notes; DELETE FROM ic_tasks;
		DELETE FROM ic_communications; DELETE FROM ic_postal_mail; DELETE FROM reconciliation_log;
		UPDATE communication_link SET hubspot_contact_id = NULL, hubspot_company_id = NULL;
		UPDATE ic_communication_master SET hubspot_contact_id = NULL, hubspot_company_id = NULL, hubspot_deal_id = NULL, is_orphaned = false,
			staging_status = 'pending', error_message = NULL, api_push_status = NULL, derived_activity_type = 'notes', is_task_eligible = false"
	for step in classify resolve filter derive; do
		PGOPTIONS='-c search_path=staging -c client_min_messages=warning' psql -Xq -v ON_ERROR_STOP=1 --single-transaction \
			-f "schema/postgres/inside/$step.sql"
		is "$1: $step.sql runs" 0 $?
	done
	everything >"$work/server"
	is "$1: the server made what hubstage made" "" "$(diff "$work/hubstage" "$work/server" | head -5)"
	is "$1: and it was something" yes "$([ "$(wc -l <"$work/server")" -gt "$3" ] && echo yes)"
	before=$(sql "SELECT max(last_updated) FROM ic_calls")
	PGOPTIONS='-c search_path=staging' psql -Xq -v ON_ERROR_STOP=1 --single-transaction -f schema/postgres/inside/derive.sql
	is "$1: done again, it writes nothing" "$before" "$(sql "SELECT max(last_updated) FROM ic_calls")"
}

inside plan "$F/demo" 6000
"$BUILD/fixturegen" --out "$work/inner" --seed 3 --rows 1000 --mixture sage --mail-length 600 --attendees 20 >/dev/null
# every hundredth is private, every fiftieth deleted; who wrote to whom, and where, in columns of their own
python3 - "$work/inner/communications.csv" "$work/inner/marked" <<-'END'
	import csv, sys
	rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))
	rows[0] += ["Comm_Private", "Comm_Deleted", "Comm_From", "Comm_To", "Comm_CC", "Comm_Location", "Comm_OwnerEmail", "CmLi_Comm_UserId"]
	for n, row in enumerate(rows[1:]):
	    row += ["Y" if n % 100 == 0 else "", "1" if n % 50 == 1 else "0", 'Ada "B"<ada@example.com>;x' if n % 3 else "",
	        "Byte, Bob<bob@example.com>, carl@example.org;<d@example.net>" if n % 4 else "none", "" if n % 5 else "[e@example.com];;f",
	        f"Room {n}" if n % 2 else "", " Ada@example.com" if n % 7 == 0 else "", ["", "12.0", "12", "13"][n % 4]]
	csv.writer(open(sys.argv[2], "w", newline="", encoding="utf-8"), lineterminator="\n").writerows(rows)
END
mv "$work/inner/marked" "$work/inner/communications.csv"
"$hubstage" rules export "$work/owned" --rules sage >/dev/null
printf 'owner,ada@example.com,77\nowner,12,78\n' >>"$work/owned/values.csv"
inside "$work/owned" "$work/inner" 1500
is "owners were found" "77 78" "$(sql "SELECT string_agg(DISTINCT activity_assigned_to, ' ') FROM ic_calls")"
is "some were private, some deleted" "t t" "$(sql "SELECT count(*) FILTER (WHERE is_private) > 3, count(*) FILTER (WHERE is_deleted) > 3 FROM source_mark" | tr '|' ' ')"
run_sync pull --dir "$work/inner_pulled"
is "long bodies and marks come with a pull" 0 "$status"
workspace inner_again "$work/inner_pulled/communications.csv" --contacts "$work/inner/contacts.csv" --companies "$work/inner/companies.csv" \
	--deals "$work/inner/deals.csv" --rules "$work/owned" --timezone UTC --as-of 2026-01-01
for table in email_body source_mark source_extra ic_communication_master ic_emails ic_meetings communication_link; do
	keys='*'
	[ $table != communication_link ] || keys='comm_communicationid, person_id, company_id, hubspot_contact_id'
	is "$table comes back as it went" "$(sqlite3 "$work/inside/staging.db" "SELECT $keys FROM $table ORDER BY 1, 2" | sha256sum)" \
		"$(sqlite3 "$work/inner_again/staging.db" "SELECT $keys FROM $table ORDER BY 1, 2" | sha256sum)"
done
