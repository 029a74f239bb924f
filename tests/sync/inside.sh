# The rules inside PostgreSQL: classify.sql, resolve.sql and derive.sql make of the bare communications what hubstage made of them.

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

database inside
run_sync deploy --as-of 2026-01-01
workspace inside "$F/demo/communications.csv" --contacts "$F/demo/contacts.csv" --companies "$F/demo/companies.csv" \
	--deals "$F/demo/deals.csv" --as-of 2026-01-01
run_sync push --out "$work/inside"
for kind in contacts companies deals; do
	PGOPTIONS='-c search_path=staging' psql -Xqc "\\copy ${kind}_reconciliation ($(head -1 "$F/demo/$kind.csv")) FROM '$F/demo/$kind.csv' CSV HEADER"
done
everything >"$work/hubstage"
sql "DELETE FROM ic_calls; DELETE FROM ic_emails; DELETE FROM ic_meetings; DELETE FROM ic_notes; DELETE FROM ic_tasks;
	DELETE FROM ic_communications; DELETE FROM ic_postal_mail; DELETE FROM reconciliation_log;
	UPDATE communication_link SET hubspot_contact_id = NULL, hubspot_company_id = NULL;
	UPDATE ic_communication_master SET hubspot_contact_id = NULL, hubspot_company_id = NULL, hubspot_deal_id = NULL, is_orphaned = false,
		staging_status = 'pending', error_message = NULL, api_push_status = NULL, derived_activity_type = 'notes', is_task_eligible = false"
for step in classify resolve derive; do
	PGOPTIONS='-c search_path=staging -c client_min_messages=warning' psql -Xq -v ON_ERROR_STOP=1 --single-transaction \
		-f "schema/postgres/inside/$step.sql"
	is "$step.sql runs" 0 $?
done
everything >"$work/server"
is "the server made what hubstage made" "" "$(diff "$work/hubstage" "$work/server" | head -5)"
is "and it was something" yes "$([ "$(wc -l <"$work/server")" -gt 6000 ] && echo yes)"
before=$(sql "SELECT max(last_updated) FROM ic_calls")
PGOPTIONS='-c search_path=staging' psql -Xq -v ON_ERROR_STOP=1 --single-transaction -f schema/postgres/inside/derive.sql
is "done again, it writes nothing" "$before" "$(sql "SELECT max(last_updated) FROM ic_calls")"
