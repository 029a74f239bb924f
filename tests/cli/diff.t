$ hubstage run "$FIXTURES/edge/sage_pairs.csv" --out plan --as-of 2024-06-01 >/dev/null; hubstage run "$FIXTURES/edge/sage_pairs.csv" --rules sage --timezone UTC --out sage --as-of 2024-06-01 >/dev/null
[exit 4]

# Two rule sets on the same file
$ hubstage diff plan sage | sed 's/([0-9a-f]\{12\})/(HASH)/'
old: 12 rows, rules plan (HASH), version 0.1.0, time zone UTC
new: 12 rows, rules sage (HASH), version 0.1.0, time zone UTC

3 rows move from tasks to calls (rules), first: 1
1 row moves from tasks to meetings (rules), first: 4
1 row moves from tasks to emails (rules), first: 5
1 row moves from emails to meetings (rules), first: 10
1 row moves from emails to calls (rules), first: 11
1 row moves from emails to tasks (rules), first: 12
12 rows have another rule (rules), first: 1
12 rows have another payload (rules), first: 1

id  old activity  new       old rule  new  was    is now  changed                why
 1  tasks         calls           18    1  valid  valid   activity,rule,payload  rules
 2  tasks         calls           18    1  valid  valid   activity,rule,payload  rules
 3  tasks         calls           18    1  valid  valid   activity,rule,payload  rules
 4  tasks         meetings        18    9  valid  valid   activity,rule,payload  rules
 5  tasks         emails          18    3  valid  valid   activity,rule,payload  rules
 6  tasks         tasks           18   12  valid  valid   rule,payload           rules
 7  tasks         tasks           18   12  valid  valid   rule,payload           rules
 8  emails        emails           7    3  valid  valid   rule,payload           rules
 9  emails        emails           7    3  valid  valid   rule,payload           rules
10  emails        meetings         7    9  valid  valid   activity,rule,payload  rules
11  emails        calls            7    1  valid  valid   activity,rule,payload  rules
12  emails        tasks            7   12  valid  valid   activity,rule,payload  rules

# A workspace and itself, as a database file too
$ hubstage diff sage sage/staging.db | tail -1
no row differs

# The input: one row is gone, one is new, one has another status
$ sed -e '/^2,/d' -e '/^3,/s/Cancelled/Complete/' "$FIXTURES/edge/sage_pairs.csv" >next.csv; sed -n '/^5,/s/^5/500/p' "$FIXTURES/edge/sage_pairs.csv" >>next.csv; hubstage run next.csv --rules sage --timezone UTC --out next --as-of 2024-06-01 >/dev/null; hubstage diff sage next --limit 0 --csv list.csv | tail -n +4; cat list.csv
1 row is gone: calls (input), first: 2
1 row is new: emails (input), first: 500
1 row has another payload (input), first: 3
id,old_activity,new_activity,old_rule,new_rule,old_state,new_state,changed,why
2,calls,,1,,valid,,gone,input
3,calls,calls,1,1,valid,valid,payload,input
500,,emails,,3,,valid,added,input

# The same file, in which another setting sees another value: the rules, not the input
$ hubstage rules export bullets --rules plan >/dev/null; sed -i 's/"private_use": ""/"private_use": "F0A7 *"/' bullets/settings.json; printf 'Comm_CommunicationId,Comm_Type,Comm_DateTime,Comm_CreatedDate,Comm_Note\n1,Call,2024-05-06,2024-05-06,\xef\x82\xa7 one\n2,Call,2024-05-06,2024-05-06,two\n' >pua.csv; for rules in plan ./bullets; do hubstage run pua.csv --rules $rules --out pua-$(basename $rules) --as-of 2024-06-01 -q >/dev/null; done; hubstage diff pua-plan pua-bullets | tail -n +4
1 row has another payload (rules), first: 1

id  old activity  new    old rule  new  was    is now  changed  why
 1  calls         calls         1    1  valid  valid   payload  rules

# The mapping
$ hubstage run "$FIXTURES/edge/sage_pairs.csv" --contacts "$FIXTURES/edge/contacts.csv" --rules sage --timezone UTC --out mapped --as-of 2024-06-01 >/dev/null; hubstage diff sage mapped --limit 1 | tail -n +4
12 rows have another association (input), first: 1
12 rows have another payload (input), first: 1

id  old activity  new    old rule  new  was    is now  changed              why
 1  calls         calls         1    1  valid  valid   association,payload  input
(the first 1; --limit, --csv and --json list more)

# As JSON
$ hubstage diff sage next --json --limit 0 | sed -n '/"rows": \[/,$p'
  "rows": [
    {"id":2,"old_activity":"calls","new_activity":null,"old_rule":1,"new_rule":null,"old_state":"valid","new_state":null,"changed":"gone","why":"input"},
    {"id":3,"old_activity":"calls","new_activity":"calls","old_rule":1,"new_rule":1,"old_state":"valid","new_state":"valid","changed":"payload","why":"input"},
    {"id":500,"old_activity":null,"new_activity":"emails","old_rule":null,"new_rule":3,"old_state":null,"new_state":"valid","changed":"added","why":"input"}
  ]
}

# Neither is touched
$ sha256sum sage/staging.db >sum; hubstage diff sage plan >/dev/null; sha256sum -c sum
sage/staging.db: OK

# What is no workspace
$ hubstage diff sage nowhere
! hubstage: diff: nowhere: No such file or directory
[exit 6]

$ hubstage diff "$FIXTURES/edge/dst.csv" sage
! hubstage: diff: $FIXTURES/edge/dst.csv is not an SQLite database
[exit 6]
