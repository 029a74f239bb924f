# The same communications through hubstage and through the server's own views: every derived column and every payload, byte for byte,
# and every reason to hold. hubstage's result is pushed into the tables and compared there.

F=$root/fixtures
columns=$(echo ic_{calls,emails,meetings,notes,tasks,communications,postal_mail})

# ready DATABASE RULES ZONE: a deployed database whose payload columns are text
ready()
{
	local table

	database "$1"
	run_sync deploy --rules "$2" --timezone "$3" --as-of 2026-01-01
	is "deploy of $2 for $3" 0 "$status"
	for table in $columns; do
		sql "ALTER TABLE $table ALTER hubspot_api_payload TYPE text"
	done
	sql "CREATE TABLE hs_found (comm_communicationid integer, code text)"
}

# same WORKSPACE NAME: pushes it into the emptied tables and compares
same()
{
	sql "DELETE FROM ic_communication_master; DELETE FROM communication_link; DELETE FROM reconciliation_log; DELETE FROM sync_run;
		DELETE FROM hs_found"
	run_sync push --out "$work/$1"
	is "push of $2" 0 "$status"
	[ "$status" = 0 ] || cat "$work/err"
	sqlite3 -csv "$work/$1/staging.db" "SELECT comm_communicationid, code || ifnull(' ' || property, '') FROM finding WHERE kind = 'held'" |
		PGOPTIONS='-c search_path=staging' psql -Xqc "COPY hs_found FROM STDIN CSV"
	is "$2 is the same on both sides" "" "$(PGOPTIONS='-c search_path=staging' psql -Xq -f tests/sync/differential.sql 2>&1 | head -40)"
	rows=$((rows + $(sqlite3 "$work/$1/staging.db" "SELECT count(*) FROM ic_communication_master")))
}

reconciliation="--contacts $F/edge/contacts.csv --companies $F/edge/companies.csv --deals $F/edge/deals.csv"
rows=0
ready differential plan UTC
workspace demo "$F/demo/communications.csv" --contacts "$F/demo/contacts.csv" --companies "$F/demo/companies.csv" \
	--deals "$F/demo/deals.csv" --timezone UTC --as-of 2026-01-01 --rules plan
is "a run on the demo" 0 "$((status != 0 && status != 3 && status != 4))"
same demo "the demo"
# The values that rules look at; what only concerns the reading of CSV files comes in with SYNC_SWEEP=all.
edges='attendees body_at_the_limit call_durations case_and_priority channels classification email_addresses formula_cells
	html_and_control_characters hubspot_id_over_2_53 long_subjects meetings_end_before_start names_half_missing note_with_crlf
	nothing_but_required null_words_in_text statuses timestamps unicode unresolved'
[ "${SYNC_SWEEP:-}" != all ] || edges=$(cd "$F/edge" && echo *.csv | sed 's/\.csv//g')
for name in $edges; do
	file=$F/edge/$name.csv
	# shellcheck disable=SC2086
	workspace edge "$file" $reconciliation --timezone UTC --as-of 2026-01-01 --rules plan || continue
	same edge "edge/$name"
done
"$BUILD/fixturegen" --out "$work/made" --seed 7 --rows 5000 --duplicates 20 --attendees 60 >/dev/null
for zone in Europe/Berlin America/New_York Australia/Lord_Howe; do
	ready "zone" plan "$zone"
	# shellcheck disable=SC2086
	workspace edge "$F/edge/dst.csv" $reconciliation --timezone "$zone" --as-of 2026-01-01 --rules plan
	same edge "edge/dst in $zone"
	workspace made "$work/made/communications.csv" --contacts "$work/made/contacts.csv" --companies "$work/made/companies.csv" \
		--deals "$work/made/deals.csv" --timezone "$zone" --as-of 2026-01-01 --rules plan
	same made "made data in $zone"
done

# the comparison can fail: a value that differs is found
sql "UPDATE ic_calls SET call_status = 'BUSY' WHERE id = (SELECT min(id) FROM ic_calls WHERE call_status <> 'BUSY')"
is "a difference is found" 1 "$(PGOPTIONS='-c search_path=staging' psql -Xq -f tests/sync/differential.sql | grep -c 'ic_calls.call_status: communication')"
echo "differential: $rows communications compared"
