# The steps one by one make the same as run: tables, rejects and, byte for byte, the bundle
$ ln -s $FIXTURES/demo demo
> cat >dump <<'END'
> # What a database holds, but for the history of runs and the steps
> sqlite3 "$1" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('run', 'step') ORDER BY name" |
> while read -r table; do echo "-- $table"; sqlite3 -nullvalue NULL "$1" "SELECT * FROM $table" | sort; done
> echo "-- schema"; sqlite3 "$1" "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"
> END
> hubstage run demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv --deals demo/deals.csv \
> --out whole -q >answer; echo "run: exit $?"
> hubstage init --out step -q >answer; echo "init: exit $?"
> hubstage load demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv --deals demo/deals.csv \
> --out step -q >answer; echo "load: exit $?"
> for step in resolve derive validate payloads report; do hubstage $step --out step -q >answer; echo "$step: exit $?"; done
> bash dump whole/staging.db >whole.txt; bash dump step/staging.db >step.txt; cmp whole.txt step.txt && echo "tables: the same"
> cmp whole/rejects.csv step/rejects.csv && cmp whole/rejects.raw step/rejects.raw && echo "rejects: the same"
> diff -r whole/bundle step/bundle && echo "bundle: the same"
> diff -r whole/report step/report && echo "report: the same"
run: exit 3
init: exit 0
load: exit 3
resolve: exit 3
derive: exit 3
validate: exit 3
payloads: exit 3
report: exit 0
tables: the same
rejects: the same
bundle: the same
report: the same

# Every one of them again: nothing changes
$ for step in resolve derive validate payloads report; do hubstage $step --out step -q >answer; echo "$step: exit $?"; done
> bash dump step/staging.db | cmp - step.txt && diff -r whole/bundle step/bundle && echo "the same"
resolve: exit 3
derive: exit 3
validate: exit 3
payloads: exit 3
report: exit 0
the same

# load again, from the same file: everything behind it is taken away, and the steps make it anew
$ hubstage load demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv --deals demo/deals.csv \
> --out step -q >answer; hubstage status --out step | head -n 9
> for step in resolve derive validate payloads report; do hubstage $step --out step -q >answer; done
> bash dump step/staging.db | cmp - step.txt && diff -r whole/bundle step/bundle && echo "the same"
step      state  as of
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   stale  2025-11-14 00:00:00
derive    stale  2025-11-14 00:00:00
validate  stale  2025-11-14 00:00:00
payloads  stale  2025-11-14 00:00:00
report    stale  2025-11-14 00:00:00

the same

# A step needs the ones before it
$ hubstage init --out early -q >answer; for step in resolve derive payloads report; do hubstage $step --out early; echo "exit $?"; done
exit 2
exit 2
exit 2
exit 2
! hubstage: resolve: load has to be done first: `hubstage load`
! hubstage: derive: resolve has to be done first: `hubstage resolve`
! hubstage: payloads: derive has to be done first: `hubstage derive`
! hubstage: report: load has to be done first: `hubstage load`

# What was made from a result that is no longer there is stale
$ hubstage resolve --out step -q >answer; hubstage status --out step | head -n 9
> hubstage payloads --out step
step      state  as of
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   done   2025-11-14 00:00:00
derive    stale  2025-11-14 00:00:00
validate  stale  2025-11-14 00:00:00
payloads  stale  2025-11-14 00:00:00
report    stale  2025-11-14 00:00:00

! hubstage: payloads: derive has to be done first: `hubstage derive`
[exit 2]

# A load that is refused leaves the tables, the rejects and the steps as they were
$ for step in derive validate payloads report; do hubstage $step --out step -q >answer; done
> hubstage load $FIXTURES/bad/unclosed_quote.csv --out step; echo "exit $?"
> bash dump step/staging.db | cmp - step.txt && cmp whole/rejects.csv step/rejects.csv && diff -r whole/bundle step/bundle && echo "the same"
> hubstage verify --out step; ls -A step
exit 5
the same
the database, its sums and the bundle are whole
.lock
bundle
rejects.csv
rejects.raw
report
staging.db
! hubstage: load: unclosed_quote.csv:3: the file ends inside a quoted field that opens on this line

# reset goes back to before a step, and what comes after it; the record stays
$ count() { for table in ic_communication_master contacts_reconciliation reconciliation_log finding ic_calls ic_tasks; do
> sqlite3 step/staging.db "SELECT '$table', count(*) FROM $table"; done
> sqlite3 step/staging.db "SELECT 'resolved', count(*) FROM ic_communication_master WHERE hubspot_contact_id IS NOT NULL"
> sqlite3 step/staging.db "SELECT 'states', group_concat(DISTINCT staging_status) FROM ic_communication_master"
> hubstage status --out step | sed -n 2,8p; ls -A step; }
> for step in payloads derive resolve load; do echo "== reset $step"; hubstage reset $step --out step -q >answer; echo "exit $?"; count; done
== reset payloads
exit 0
ic_communication_master|3023
contacts_reconciliation|611
reconciliation_log|19
finding|26
ic_calls|688
ic_tasks|435
resolved|2405
states|error,processed
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   done   2025-11-14 00:00:00
derive    done   2025-11-14 00:00:00
validate  done   2025-11-14 00:00:00
payloads  to do
report    to do
.lock
rejects.csv
rejects.raw
report
staging.db
== reset derive
exit 0
ic_communication_master|3023
contacts_reconciliation|611
reconciliation_log|19
finding|0
ic_calls|0
ic_tasks|0
resolved|2405
states|pending
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   done   2025-11-14 00:00:00
derive    to do
validate  to do
payloads  to do
report    to do
.lock
rejects.csv
rejects.raw
report
staging.db
== reset resolve
exit 0
ic_communication_master|3023
contacts_reconciliation|611
reconciliation_log|0
finding|0
ic_calls|0
ic_tasks|0
resolved|0
states|pending
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   to do
derive    to do
validate  to do
payloads  to do
report    to do
.lock
rejects.csv
rejects.raw
report
staging.db
== reset load
exit 0
ic_communication_master|0
contacts_reconciliation|611
reconciliation_log|0
finding|0
ic_calls|0
ic_tasks|0
resolved|0
states|
init      done   2025-11-14 00:00:00
load      to do
resolve   to do
derive    to do
validate  to do
payloads  to do
report    to do
.lock
rejects.csv
rejects.raw
report
staging.db

# And forward again: the same as before
$ hubstage load demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv --deals demo/deals.csv \
> --out step -q >answer
> for step in resolve derive validate payloads report; do hubstage $step --out step -q >answer; done
> bash dump step/staging.db | cmp - step.txt && diff -r whole/bundle step/bundle && echo "the same"
the same

# reset knows its steps
$ hubstage reset --out step
! hubstage: reset: needs STEP
! hubstage: reset: see 'hubstage help reset'
[exit 2]

$ hubstage reset init --out step
! hubstage: reset: 'init' is no step to reset; load, resolve, derive and payloads are
[exit 2]

$ hubstage reset everything --out step; echo "exit $?"; ls -A step
exit 2
.lock
bundle
rejects.csv
rejects.raw
report
staging.db
! hubstage: reset: 'everything' is no step to reset; load, resolve, derive and payloads are

# A step takes the rules and the time zone of its database, and refuses others
$ hubstage derive --out step --rules sage
! hubstage: derive: the workspace was made with another rule set; `hubstage run` or `init` can change it
[exit 2]

$ hubstage derive --out step --timezone Europe/Paris
! hubstage: derive: the workspace was made with --timezone UTC; `hubstage run` or `init` can change it
[exit 2]

$ hubstage derive --out step --rules plan --timezone UTC -q >answer; echo "exit $?"
exit 3
