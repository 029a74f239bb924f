# pull.json, which hubstage-sync's pull leaves beside its files, comes into the workspace with them. What it is of, made by hand
$ mkdir pulled; cp $FIXTURES/edge/crlf.csv pulled/communications.csv
> printf '{"document": "pull", "version": 1, "snapshot_time": "2026-01-01 00:00:00", "files": [{"kind": "communications", "sha256": "%s"}]}' \
> "$(sha256sum <pulled/communications.csv | cut -c 1-64)" >pulled/pull.json
> hubstage run pulled/communications.csv >answer; echo "exit $?"; cmp pulled/pull.json out/pull.json && echo "the same"
exit 4
the same

# By the steps as well; an empty workspace beside the files leaves theirs
$ cp -r pulled beside; hubstage init --out beside >answer; hubstage load beside/communications.csv --out beside >answer; echo "exit $?"
> cmp pulled/pull.json beside/pull.json && echo "the same"
exit 0
the same

# A later file that was not pulled changes nothing about that, an earlier one neither
$ for files in "pulled/communications.csv $FIXTURES/edge/cr.csv" "$FIXTURES/edge/cr.csv pulled/communications.csv"; do
> hubstage run $files --out two -q >answer; cmp pulled/pull.json two/pull.json && echo "the same"; done
the same
the same

# A run on other files forgets it
$ hubstage run $FIXTURES/edge/crlf.csv -q >answer; test -e out/pull.json || echo "none kept"
none kept

# A file that is not as it was pulled, a damaged pull.json, another program's: not taken, and told
$ echo >>pulled/communications.csv; hubstage run pulled/communications.csv >answer; echo "exit $?"; test -e out/pull.json || echo "none kept"
> echo '{"document": "pull", ' >pulled/pull.json; hubstage run pulled/communications.csv >answer; echo "exit $?"
> echo '{"document": "push", "files": []}' >pulled/pull.json; hubstage run pulled/communications.csv >answer; echo "exit $?"
> rm pulled/pull.json; mkdir pulled/pull.json; hubstage run pulled/communications.csv >answer; echo "exit $?"; test -e out/pull.json || echo "none kept"
exit 4
none kept
exit 4
exit 4
exit 4
none kept
! hubstage: run: warning: pulled/pull.json is not of pulled/communications.csv as it is now, and is not taken: a push back would not know what changed on the server
! hubstage: run: warning: pulled/pull.json is not what `hubstage-sync pull` writes, and is not taken
! hubstage: run: warning: pulled/pull.json is not what `hubstage-sync pull` writes, and is not taken
! hubstage: run: warning: pulled/pull.json: Is a directory; it is not taken
