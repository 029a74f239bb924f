# The same communications through hubstage and through the server's own views: every derived column and every payload, byte for byte,
# every reason to hold, and what each filter hits; with the rule sets plan and sage. hubstage's result is pushed into the tables and
# compared there.

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
	sql "CREATE TABLE hs_found (comm_communicationid integer, code text); CREATE TABLE hs_hit (comm_communicationid integer, position integer)"
}

# same WORKSPACE NAME: pushes it into the emptied tables and compares
same()
{
	sql "DELETE FROM ic_communication_master; DELETE FROM communication_link; DELETE FROM email_body; DELETE FROM source_mark; DELETE FROM source_extra;
		DELETE FROM reconciliation_log; DELETE FROM sync_run; DELETE FROM hs_found; DELETE FROM hs_hit"
	run_sync push --out "$work/$1"
	is "push of $2" 0 "$status"
	[ "$status" = 0 ] || cat "$work/err"
	sqlite3 -csv "$work/$1/staging.db" "SELECT comm_communicationid, code || ifnull(' ' || property, '') FROM finding WHERE kind = 'held'" |
		PGOPTIONS='-c search_path=staging' psql -Xqc "COPY hs_found FROM STDIN CSV"
	sqlite3 -csv "$work/$1/staging.db" "SELECT comm_communicationid, position FROM filter_hit" |
		PGOPTIONS='-c search_path=staging' psql -Xqc "COPY hs_hit FROM STDIN CSV"
	PGOPTIONS='-c search_path=staging' psql -Xq -v ON_ERROR_STOP=1 --single-transaction -f schema/postgres/inside/filter.sql
	is "filter.sql runs" 0 $?
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

# The rule set sage: its views, its filters, and bodies of HTML.
ready sage sage Europe/Paris
[ "${SYNC_SWEEP:-}" = all ] || edges='attendees body_at_the_limit email_addresses html_and_control_characters long_subjects
	meetings_end_before_start names_half_missing unicode'
for name in sage_pairs sage_other_actions $edges; do
	# shellcheck disable=SC2086
	workspace edge "$F/edge/$name.csv" $reconciliation --timezone Europe/Paris --as-of 2026-01-01 --rules sage || continue
	same edge "sage, edge/$name"
done
"$BUILD/fixturegen" --out "$work/made" --seed 3 --rows 2000 --mixture sage --mail-length 500 --attendees 50 --long-notes 3 >/dev/null
workspace made "$work/made/communications.csv" --contacts "$work/made/contacts.csv" --companies "$work/made/companies.csv" \
	--deals "$work/made/deals.csv" --timezone Europe/Paris --as-of 2026-01-01 --rules sage
same made "sage, made data"
awk -v seed=1 -v rows="$([ "${SYNC_SWEEP:-}" = all ] && echo 5000 || echo 400)" -f tests/sync/markup.awk >"$work/markup.csv"
workspace made "$work/markup.csv" --timezone Europe/Paris --as-of 2026-01-01 --rules sage
same made "sage, bodies of HTML"
is "there were many" yes "$(sql "SELECT CASE WHEN count(*) > 50 THEN 'yes' END FROM ic_emails WHERE hs_is_markup(email_body)")"

# Every filter, with its parameters.
"$hubstage" rules export "$work/filters" --rules sage >/dev/null 2>&1
cat >"$work/filters/filters.csv" <<-'END'
	filter,activity,decision,parameter,reason
	from_date,calls,skip,2019-06-15,old
	exempt,*,hold,,listed
	mass_mail,*,hold,3,a circular
	reply,*,skip,re fw fwd tr ref rep aw,a reply
	orphan,meetings,skip,,nobody to show it to
	unknown_status,*,hold,,unknown status
	unknown_action,*,flag,,unknown action
	unknown_priority,*,hold,,unknown priority
END
printf 'entity,legacy_id\ncommunication,7\nperson,5001\ncompany,700\nperson,5010\n' >"$work/filters/exempt.csv"
ready filters "$work/filters" UTC
workspace made "$work/made/communications.csv" --contacts "$work/made/contacts.csv" --companies "$work/made/companies.csv" \
	--deals "$work/made/deals.csv" --timezone UTC --as-of 2026-01-01 --rules "$work/filters"
same made "all filters, made data"
is "filters that hit nothing there" "unknown_priority unknown_status" "$(sql "SELECT string_agg(f.filter, ' ' ORDER BY f.filter) FROM filter_rule f
	WHERE NOT EXISTS (SELECT 1 FROM filter_hit h WHERE h.position = f.position)")"
# shellcheck disable=SC2086
workspace edge "$F/edge/sage_other_actions.csv" --timezone UTC --as-of 2026-01-01 --rules "$work/filters"
same edge "all filters, edge/sage_other_actions"

# orphans held and skipped: what an attendee leads to a record is neither, whatever its own references are.
for decision in hold skip; do
	rm -rf "$work/orphans"
	"$hubstage" rules export "$work/orphans" --rules plan >/dev/null 2>&1
	sed -i "/\"orphans\"/s/send/$decision/" "$work/orphans/settings.json"
	printf 'filter,activity,decision,parameter,reason\norphan,calls,flag,,nobody to show it to\n' >"$work/orphans/filters.csv"
	ready orphans "$work/orphans" UTC
	for name in attendees orphans; do
		# shellcheck disable=SC2086
		workspace edge "$F/edge/$name.csv" $reconciliation --timezone UTC --as-of 2026-01-01 --rules "$work/orphans"
		same edge "orphans: $decision, edge/$name"
		case $name in
		attendees) want='3|t|derive||f|t' ;;
		*) want=$(printf '%s|t|'"$decision"'|ORPHAN|t|f\n' 2 3 4) ;;
		esac
		is "orphans: $decision, edge/$name" "$want" "$(sql "SELECT m.comm_communicationid, m.is_orphaned, v.payload_decision, v.payload_reason,
			EXISTS (SELECT 1 FROM filter_hit h WHERE h.comm_communicationid = m.comm_communicationid), p.payload LIKE '%\"id\":\"102\"%'
			FROM ic_communication_master m JOIN v_ic_calls_staging v ON v.ic_communication_master_id = m.id
			JOIN v_ic_calls_payload p ON p.ic_communication_master_id = m.id WHERE m.is_orphaned ORDER BY 1")"
	done
done

# the comparison can fail: a value that differs is found
sql "UPDATE ic_calls SET call_status = 'BUSY' WHERE id = (SELECT min(id) FROM ic_calls WHERE call_status <> 'BUSY')"
is "a difference is found" 1 "$(PGOPTIONS='-c search_path=staging' psql -Xq -f tests/sync/differential.sql | grep -c 'ic_calls.call_status: communication')"
echo "differential: $rows communications compared"
