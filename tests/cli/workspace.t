# What the commands do with a workspace that is not as they would like it. A small one, and a way to be nobody in particular
$ hubstage run $FIXTURES/edge/crlf.csv --contacts $FIXTURES/edge/contacts.csv --companies $FIXTURES/edge/companies.csv -q >answer
> echo "exit $?"; ls -A out
> cat >as_nobody <<'END'
> #!/bin/bash
> # as_nobody COMMAND...: as a user without rights; root would be let through everywhere
> if [ "$(id -u)" = 0 ]; then exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; fi
> exec "$@"
> END
> chmod +x as_nobody; chmod 711 . .. ../..; cp $FIXTURES/edge/crlf.csv $BUILD/hubstage .
exit 0
.lock
bundle
rejects.csv
report
staging.db

# No workspace at all: said, and none is left behind by the asking
$ for command in status verify resolve derive validate payloads "reset load" backup "load $FIXTURES/edge/crlf.csv"; do
> hubstage $command --out nowhere; echo "exit $?"; done; ls -d nowhere
exit 6
exit 6
exit 6
exit 6
exit 6
exit 6
exit 6
exit 6
exit 6
! hubstage: status: nowhere: no workspace there; `hubstage run` makes one
! hubstage: verify: nowhere: no workspace there; `hubstage run` makes one
! hubstage: resolve: nowhere: no workspace there; `hubstage run` makes one
! hubstage: derive: nowhere: no workspace there; `hubstage run` makes one
! hubstage: validate: nowhere: no workspace there; `hubstage run` makes one
! hubstage: payloads: nowhere: no workspace there; `hubstage run` makes one
! hubstage: reset: nowhere: no workspace there; `hubstage run` makes one
! hubstage: backup: nowhere: no workspace there; `hubstage run` makes one
! hubstage: load: nowhere: no workspace there; `hubstage run` makes one
! ls: cannot access 'nowhere': No such file or directory
[exit 2]

# A directory that is something else
$ mkdir else; echo mine >else/file; hubstage status --out else; echo "exit $?"; hubstage verify --out file/else; echo "exit $?"; ls -A else
exit 6
exit 6
file
! hubstage: status: else: no workspace there; `hubstage run` makes one
! hubstage: verify: file/else: no workspace there; `hubstage run` makes one

# A file where the directory should be
$ hubstage run $FIXTURES/edge/crlf.csv --out else/file
! hubstage: run: else/file: is not a directory
[exit 6]

$ hubstage status --out else/file
! hubstage: status: else/file: no workspace there; `hubstage run` makes one
[exit 6]

# In use: a command that writes waits for nobody, and neither does one that would read in the middle of a run
$ flock out/.lock hubstage run $FIXTURES/edge/crlf.csv; echo "exit $?"
> flock out/.lock hubstage status; echo "exit $?"
exit 6
exit 6
! hubstage: run: out is in use by another hubstage
! hubstage: status: out is in use by another hubstage

# Readers do not disturb each other, and a writer does not disturb readers
$ flock -s out/.lock hubstage verify; echo "exit $?"; flock -s out/.lock hubstage derive; echo "exit $?"
the database, its sums and the bundle are whole
exit 0
exit 6
! hubstage: derive: out is in use by another hubstage

# A run that is under way is not disturbed, whatever comes: here it waits for its last row
$ mkfifo rows; head -n 2 $FIXTURES/edge/crlf.csv >head; tail -n +3 $FIXTURES/edge/crlf.csv >tail
> { cat head; cat go; cat tail; } >rows & mkfifo go
> hubstage run rows -q >answer 2>said & run=$!
> until [ -e out/.new/staging.db ] || ! kill -0 $run; do :; done
> hubstage run $FIXTURES/edge/crlf.csv; echo "exit $?"; hubstage status; echo "exit $?"
> : >go; wait $run; echo "exit $?"; head -n 1 answer; cat said; hubstage verify
exit 6
exit 6
exit 4
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
the database, its sums and the bundle are whole
! hubstage: run: out is in use by another hubstage
! hubstage: status: out is in use by another hubstage

# The database of another program, a newer and an older version, no database at all
$ hubstage run $FIXTURES/edge/crlf.csv --out other -q >answer; sqlite3 other/staging.db "PRAGMA application_id = 1"
> for command in status verify resolve "run $FIXTURES/edge/crlf.csv"; do hubstage $command --out other; echo "exit $?"; done
exit 6
exit 6
exit 6
exit 6
! hubstage: status: other/staging.db is a database of another program (application_id 1)
! hubstage: verify: other/staging.db is a database of another program (application_id 1)
! hubstage: resolve: other/staging.db is a database of another program (application_id 1)
! hubstage: run: other/staging.db is a database of another program (application_id 1)

$ hubstage run $FIXTURES/edge/crlf.csv --out newer -q >answer; sqlite3 newer/staging.db "PRAGMA user_version = 999"
> for command in status load\ $FIXTURES/edge/crlf.csv "run $FIXTURES/edge/crlf.csv"; do hubstage $command --out newer; echo "exit $?"; done
> sqlite3 newer/staging.db "PRAGMA user_version = 0"; hubstage status --out newer; echo "exit $?"
exit 6
exit 6
exit 6
exit 6
! hubstage: status: newer/staging.db was made by a newer version (user_version 999, this one knows 1)
! hubstage: load: newer/staging.db was made by a newer version (user_version 999, this one knows 1)
! hubstage: run: newer/staging.db was made by a newer version (user_version 999, this one knows 1)
! hubstage: status: newer/staging.db was made by an older version (user_version 0, this one writes 1)

$ mkdir text; echo "this is a text, and not the database that its name promises; it is long enough to have a header" >text/staging.db
> hubstage status --out text; echo "exit $?"; hubstage run $FIXTURES/edge/crlf.csv --out text; echo "exit $?"; cat text/staging.db
exit 6
exit 6
this is a text, and not the database that its name promises; it is long enough to have a header
! hubstage: status: text/staging.db is not an SQLite database
! hubstage: run: text/staging.db is not an SQLite database

$ mkdir empty; : >empty/staging.db; hubstage status --out empty; echo "exit $?"
exit 6
! hubstage: status: empty/staging.db is a database of another program (application_id 0)

# Damaged: verify finds it, and the others do not go on with it
$ cp -r out damaged; page=$(sqlite3 out/staging.db "PRAGMA page_size")
> root=$(sqlite3 out/staging.db "SELECT rootpage FROM sqlite_schema WHERE name = 'idx_ic_calls_contact'")
> printf '\377\377\377\377' | dd of=damaged/staging.db bs=1 seek=$((page * (root - 1))) conv=notrunc status=none
> hubstage verify --out damaged | sed 's/Page [0-9]*/Page .../'; echo "exit ${PIPESTATUS[0]}"; hubstage derive --out damaged -q >answer; echo "exit $?"
*** in database main ***
Page ...: btreeInitPage() returns error code 11
exit 9
exit 6
! hubstage: verify: damaged: 1 problem
! hubstage: derive: damaged/staging.db: database disk image is malformed (SQLite code 11)

# Rows that are missing: the sums of the accounting do not hold
$ cp -r out short; sqlite3 short/staging.db "PRAGMA foreign_keys = OFF; DELETE FROM ic_calls WHERE id = 1"
> hubstage verify --out short; echo "exit $?"
> sqlite3 short/staging.db "DELETE FROM ic_communication_master WHERE id = 2"; hubstage verify --out short; echo "exit $?"
> sqlite3 short/staging.db "DELETE FROM ic_communication_master WHERE id = 1"; hubstage verify --out short; echo "exit $?"
rows do not add up: 3 loaded, but 2 derived + 0 skipped + 0 in error
exit 9
ic_emails: row 2 has no row in ic_communication_master
rows do not add up: 3 read, but 2 loaded + 0 merged + 0 replaced + 0 rejected
exit 9
ic_emails: row 2 has no row in ic_communication_master
rows do not add up: 3 read, but 1 loaded + 0 merged + 0 replaced + 0 rejected
exit 9
! hubstage: verify: short: 1 problem
! hubstage: verify: short: 2 problems
! hubstage: verify: short: 2 problems

# Open in another program that holds it: a reader waits five seconds, so this one is not tried; one that only reads does no harm
$ sqlite3 out/staging.db "BEGIN; SELECT count(*) FROM ic_calls;" ".shell hubstage verify"
the database, its sums and the bundle are whole
2

# A directory that may not be written: nothing is begun
$ chmod -R a-w out; ./as_nobody ./hubstage run crlf.csv; echo "exit $?"; ./as_nobody ./hubstage derive; echo "exit $?"
> mkdir -m 555 closed; ./as_nobody ./hubstage run crlf.csv --out closed/out; echo "exit $?"; ls -A closed
exit 6
exit 6
exit 6
! hubstage: run: out/.lock: Permission denied
! hubstage: derive: out/.lock: Permission denied
! hubstage: run: closed/out: Permission denied

# It can be read, though; and a backup goes where there is room for it
$ ./as_nobody ./hubstage status | tail -n 1; ./as_nobody ./hubstage verify; ./as_nobody ./hubstage backup; echo "exit $?"
> mkdir -m 777 mine; ./as_nobody ./hubstage backup mine/copy.db; chmod -R u+w out
resolution  communications whose own references resolve to nothing    100  <        5  %      FAIL
the database, its sums and the bundle are whole
exit 6
mine/copy.db
! hubstage: backup: out/staging-backup.db.partial: unable to open database file

# A file that may not be read
$ cp crlf.csv secret.csv; chmod 000 secret.csv; ./as_nobody ./hubstage run secret.csv --out mine/out; echo "exit $?"; ls -A mine/out
exit 6
.lock
! hubstage: run: secret.csv: Permission denied

# backup copies the database as it is; it is whole, and the same again
$ hubstage backup; hubstage backup copy.db; cmp out/staging-backup.db copy.db && sqlite3 copy.db "PRAGMA integrity_check"
> diff <(sqlite3 out/staging.db .dump) <(sqlite3 copy.db .dump) && echo same; hubstage backup --json
out/staging-backup.db
copy.db
ok
same
{
  "document": "backup",
  "version": 1,
  "file": "out/staging-backup.db"
}

# A backup that cannot be written leaves nothing behind
$ hubstage backup no/where.db; echo "exit $?"; mkdir folder; hubstage backup folder; echo "exit $?"; ls -d *.partial
exit 6
exit 6
! hubstage: backup: no/where.db.partial: unable to open database file
! hubstage: backup: folder.partial -> folder: Is a directory
! ls: cannot access '*.partial': No such file or directory
[exit 2]

# Directories in the way are made
$ hubstage run $FIXTURES/edge/crlf.csv --out a/b/c -q >answer; ls -A a/b/c
.lock
bundle
rejects.csv
report
staging.db

# A disk that is full in the middle of derive, when more has been written than memory holds back: said as what it is
$ fixturegen --out big --rows 30000 --quiet; trap '' XFSZ; ulimit -f 40000
> hubstage run big/communications.csv --contacts big/contacts.csv --companies big/companies.csv --deals big/deals.csv --out full
! hubstage: run: full/.new/staging.db: disk I/O error (SQLite code 778)
[exit 6]
