# The same inputs, rules and --as-of give the same bytes, wherever and however hubstage runs
$ cat >sums <<'END'
> #!/bin/bash
> # sums DIR: a line a file of the workspace that people and programs read, and one of the database's contents
> cd "$1" && find bundle report rejects.csv -type f | LC_ALL=C sort | xargs sha256sum; sqlite3 staging.db .dump | sha256sum
> END
> cat >go <<'END'
> #!/bin/bash
> # go DIR OUT: a run on the inputs in DIR
> hubstage run -q --as-of '2026-01-01 00:00:00' --timezone Europe/Paris "$1/communications.csv" \
>  --contacts "$1/contacts.csv" --companies "$1/companies.csv" --deals "$1/deals.csv" --out "$2"
> END
> chmod +x sums go; ./go $FIXTURES/demo first >first.said
[exit 3]

$ ./sums first >first.sums; grep -c bundle/ first.sums
12

# Another zone, language, umask, directory, length of the path, and no SOURCE_DATE_EPOCH
$ mkdir -p a/much/longer/path; cp $FIXTURES/demo/*.csv a/much/longer/path
> (unset SOURCE_DATE_EPOCH; cd a/much/longer && umask 077 &&
>  TZ=Asia/Kathmandu LANG=de_DE.UTF-8 LC_ALL=tr_TR.UTF-8 TMPDIR=$PWD $DIR/go path $DIR/other) >other.said
> ./sums other | diff first.sums - && diff first.said other.said && echo the same
the same
! /bin/bash: warning: setlocale: LC_ALL: cannot change locale (tr_TR.UTF-8)

# Over a workspace that is there already: only its history of runs is longer, and the report compares with it
$ cp -r first again; rm -r again/bundle; ./go $FIXTURES/demo again >again.said
> grep bundle/ first.sums >bundle.sums; ./sums again | grep bundle/ | diff bundle.sums - && echo the same bundle
> (cd again/bundle && sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt) && echo whole
the same bundle
whole

# Step by step
$ hubstage init --as-of '2026-01-01 00:00:00' --timezone Europe/Paris --out steps -q >init.said
> hubstage load $FIXTURES/demo/communications.csv --contacts $FIXTURES/demo/contacts.csv --companies $FIXTURES/demo/companies.csv \
>  --deals $FIXTURES/demo/deals.csv --out steps -q >loaded
> for step in resolve derive validate payloads; do hubstage $step --out steps -q >$step.said; done
> ./sums steps 2>/dev/null | grep bundle/ | diff bundle.sums - && echo the same bundle
the same bundle
