# rules check says what is wrong in a rule set, with file and line, and a run by it makes nothing
$ hubstage rules export own; cat >broken <<'END'
> #!/bin/bash
> # broken FILE SED-SCRIPT, or broken FILE = TEXT: what is said of a copy of the rule set with one change
> rm -rf broken.rules out; cp -r own broken.rules
> if [ "$2" = = ]; then printf "$3" >broken.rules/$1; else sed -i "$2" broken.rules/$1; fi
> hubstage rules check broken.rules | sed 's/ (sha256 .*//'; status=${PIPESTATUS[0]}
> hubstage run $FIXTURES/edge/crlf.csv --rules broken.rules -q >answer 2>said; echo "check: exit $status, run: exit $?"
> [ ! -e out/staging.db ] || echo "run made a database"
> END
> chmod +x broken; ./broken values.csv ''
own: a copy of the rule set plan to edit; use it with --rules own
broken.rules: no fault found
check: exit 0, run: exit 4
run made a database

# It is never written over something
$ hubstage rules export own
! hubstage: rules: own is there already; nothing was written
[exit 2]

# classification.csv
$ ./broken classification.csv '1s/action/aktion/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:1: column 2 must be 'action'

$ ./broken classification.csv '1s/$/,more/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:1: column 17 is none of a rule set's

$ ./broken classification.csv '1d'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:1: column 1 must be 'type'

$ ./broken classification.csv '3s/,$//; 3s/,[^,]*$//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:3: 15 columns, the header has 16

$ ./broken classification.csv '3s/calls/call/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:3: activity is one of the seven types

$ ./broken classification.csv '4s/calls,,,,/calls,SIDEWAYS,,,/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:4: direction is INBOUND or OUTBOUND for calls, INCOMING or OUTGOING for emails, else empty

$ ./broken classification.csv '5s/calls,,,,/calls,,LOST,,/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:5: activity_status is a status of the activity's own table

$ ./broken classification.csv '6s/calls,,,,/calls,,,perhaps,/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:6: decision is derive, hold, skip or empty

$ ./broken classification.csv '7s/^phonecall,,,,,/phonecall,,,,maybe,/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:7: case_id is yes, no or empty

$ ./broken classification.csv '8s/^/"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:8: the file ends inside a quoted field that opens on this line

$ ./broken classification.csv '9s/^/x"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:9: a quote stands where none may be

$ ./broken classification.csv = 'type,\377\n'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:1: byte 5 of the file is not UTF-8

$ ./broken classification.csv = ''
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/classification.csv:1: the file is empty, not even a header

# A set without any rule holds everything
$ ./broken classification.csv '2,$d'
broken.rules: no fault found
check: exit 0, run: exit 4
run made a database

# values.csv
$ ./broken values.csv '3s/.*/call_status,Done,COMPLETED/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/values.csv:3: source is in lower case, without white space around it

$ ./broken values.csv '4s/.*/&\n&/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/values.csv:5: UNIQUE constraint failed: rule_value.target, rule_value.source

$ ./broken values.csv 's/^call_status,\*,.*$/call_status,*,LOST/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/values.csv:28: the value is none that the target's column takes

# Without a default a status that is not listed is left out: that is allowed
$ ./broken values.csv '/^call_status,\*/d'
broken.rules: no fault found
check: exit 0, run: exit 4
run made a database

$ ./broken values.csv '3s/,1$/,1,1/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/values.csv:3: 4 columns, the header has 3

$ ./broken values.csv '3s/,1$/,yes/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/values.csv:3: the value is none that the target's column takes

# settings.json
$ ./broken settings.json '3s/key_property/key_properly/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:3: 'key_properly' is no setting

$ ./broken settings.json '/"orphans"/d'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:1: the setting 'orphans' is missing

$ ./broken settings.json '/"orphans"/s/send/drop/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:6: a setting is not as it must be: CASE orphans WHEN 'send' THEN 1 WHEN 'hold' THEN 1 WHEN 'skip' THEN 1 ELSE 0 END

$ ./broken settings.json '/max_record/s/[0-9][0-9]*/0/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:12: a setting is not as it must be: max_record > 0

$ ./broken settings.json '/max_record/s/[0-9][0-9]*/"much"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:12: the setting 'max_record' has a value of another kind

$ ./broken settings.json '/max_record/s/[0-9][0-9]*/1.5/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:12: the setting 'max_record' has a value of another kind

$ ./broken settings.json '/min_resolution_pct/s/95/101/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:17: a setting is not as it must be: min_resolution_pct BETWEEN 0 AND 100

$ ./broken settings.json '/"timezone"/s/"UTC"/"Mars\/Olympus"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:2: no time zone 'Mars/Olympus' in /usr/share/zoneinfo

$ ./broken settings.json '4s/,$//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:5:18: '}' expected near '"placeholder_to"'

$ ./broken settings.json '4s/.*/&\n&/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:5:20: duplicate object key near '"placeholder_from"'

$ ./broken settings.json = '[]'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/settings.json:1: the settings are one JSON object

$ ./broken settings.json '/key_property/s/legacy_communication_id//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:3: 'key' needs 'setting', the name of a setting that names a property, and 'column'

# payloads/<type>.json
$ ./broken payloads/calls.json 's/payload_title/payload_titel/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: v_ic_calls_staging has no column 'payload_titel'

$ ./broken payloads/calls.json 's/"form": "text"/"form": "txt"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: 'form' cannot be 'txt'

$ ./broken payloads/calls.json '/hs_call_title/s/, "form": "text"//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: needs 'form' and 'column', or 'value'

$ ./broken payloads/calls.json '/hs_call_title/s/"column": "payload_title", //'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: needs 'column'

$ ./broken payloads/calls.json '/hs_call_title/s/"form"/"from": 1, "form"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: only form email_headers has 'from' and 'to'

$ ./broken payloads/calls.json '/hs_call_title/s/"form"/"colour": "red", "form"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: member 'colour' is not known

$ ./broken payloads/calls.json '/hs_call_disposition/s/, "unmapped": "omit"//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:11: property hs_call_disposition: form map needs 'map' and 'unmapped', and no other form has them

$ ./broken payloads/calls.json '/hs_timestamp/s/hold/keep/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:5: property hs_timestamp: 'missing' is omit or hold

$ ./broken payloads/calls.json 's/"object": "calls"/"object": "call"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:2: 'object' must be the type of the file's name

$ ./broken payloads/calls.json 's/"setting": "key_property"/"setting": "key"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:3: 'key' needs 'setting', the name of a setting that names a property, and 'column'

$ ./broken payloads/calls.json 's/"contact": 194/"contact": "194"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:16: 'associations' needs the type ids of contact, company and deal

$ ./broken payloads/calls.json '/associations/s/"deal"/"ticket"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:16: 'associations' must be an object of contact, company and deal

$ ./broken payloads/calls.json '5s/,$//'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6:19: '}' expected near '"hs_call_title"'

$ ./broken payloads/calls.json 's/^}/} more/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:17:6: end of file expected near 'more'

$ ./broken payloads/calls.json = ''
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:1:0: '[' or '{' expected near end of file

$ ./broken payloads/calls.json = '[]'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:1: a template is one JSON object

$ ./broken payloads/emails.json 's/payload_from_firstname/payload_form_firstname/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/emails.json:12: v_ic_emails_staging has no column 'payload_form_firstname'

$ ./broken payloads/emails.json '/"to"/d; s/payload_from_lastname"},/payload_from_lastname"}/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/emails.json:10: property hs_email_headers: form email_headers needs the objects 'from' and 'to'

$ ./broken payloads/emails.json '/"from"/s/"email"/"mail"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/emails.json:10: property hs_email_headers: member 'mail' is not known

$ ./broken payloads/emails.json '/"to"/s/$/,"cc": {}/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/emails.json:10: property hs_email_headers: 'cc' and 'bcc' need 'list'

$ ./broken payloads/emails.json '/"to"/s/$/,"bcc": {"list": "nothing"}/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/emails.json:13: v_ic_emails_staging has no column 'nothing'

$ ./broken payloads/calls.json 's/"form": "text"/"form": "text", "cc": {"list": "call_title"}/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/calls.json:6: property hs_call_title: only form email_headers has 'cc' and 'bcc'

$ ./broken payloads/meetings.json 's/"unless_equal": "meeting_description"/"unless_equal": "nothing"/'
check: exit 2, run: exit 2
! hubstage: rules: broken.rules/payloads/meetings.json:8: v_ic_meetings_staging has no column 'nothing'

# Files that are missing, that nobody knows, that are too large, that are no files
$ cp -r own less; rm less/values.csv; hubstage rules check less; rm less/payloads/notes.json; hubstage rules check less
! hubstage: rules: less/values.csv is missing: `hubstage rules export DIR` writes a whole set to edit
! hubstage: rules: less/payloads/notes.json is missing: `hubstage rules export DIR` writes a whole set to edit
[exit 2]

$ cp -r own more; echo x >more/classifications.csv; hubstage rules check more; rm more/classifications.csv
> mkdir more/views; echo x >more/views/v_ic_calls.sql; hubstage rules check more
! hubstage: rules: more/classifications.csv: a rule set has no file of this name
! hubstage: rules: more/views/v_ic_calls.sql: a rule set has no file of this name
[exit 2]

$ cp -r own large; truncate -s 5M large/values.csv; hubstage rules check large
! hubstage: rules: large/values.csv: is larger than 4194304 bytes
[exit 2]

$ hubstage rules check nowhere; hubstage rules check own/values.csv
! hubstage: rules: nowhere: no rule set of this name and no directory
! hubstage: rules: own/values.csv: no rule set of this name and no directory
[exit 2]

# A view of one's own takes the place of the built-in one; a fault in it has its file and line
$ cp -r own viewed; mkdir viewed/views; sed 's/Call - /Telephone - /' $ROOT/schema/views/20_v_ic_calls_staging.sql >viewed/views/20_v_ic_calls_staging.sql
> hubstage rules check viewed | sed 's/sha256 .*)/sha256 ...)/'
> printf 'Comm_CommunicationId,Comm_Type,Comm_DateTime,Comm_CreatedDate\n1,Call,2024-01-01,2024-01-01\n' >one.csv
> hubstage run one.csv --rules viewed --out viewed.out -q >answer 2>said; grep -o '"hs_call_title":"[^"]*"' viewed.out/bundle/data/calls.ndjson
viewed: no fault found (sha256 ...)
"hs_call_title":"Telephone - Unknown"

$ sed -i 's/comm_subject/comm_subjet/' viewed/views/*; hubstage rules check viewed
! hubstage: rules: viewed/views/20_v_ic_calls_staging.sql:21: no such column: m.comm_subjet
[exit 2]

# Its file may do that and nothing else
$ cp $ROOT/schema/views/20_v_ic_calls_staging.sql viewed/views/; echo 'DROP TABLE receipt;' >>viewed/views/20_v_ic_calls_staging.sql
> hubstage rules check viewed; echo "exit $?"; echo 'CREATE VIEW v_other AS SELECT 1;' >viewed/views/20_v_ic_calls_staging.sql
> hubstage rules check viewed; echo "exit $?"; echo '-- nothing' >viewed/views/20_v_ic_calls_staging.sql
> hubstage rules check viewed
exit 2
exit 2
! hubstage: rules: viewed/views/20_v_ic_calls_staging.sql:1: it may hold CREATE VIEW v_ic_calls_staging and nothing else
! hubstage: rules: viewed/views/20_v_ic_calls_staging.sql:1: it makes no view v_ic_calls_staging
! hubstage: rules: viewed/views/20_v_ic_calls_staging.sql:1: it makes no view v_ic_calls_staging
[exit 2]

# A directory that is empty takes an export; what an editor leaves beside a file is none of the set's
$ mkdir fresh; hubstage rules export fresh; touch fresh/values.csv~ fresh/.values.csv.swp fresh/~values.csv; hubstage rules check fresh | sed 's/ (sha256 .*//'
fresh: a copy of the rule set plan to edit; use it with --rules fresh
fresh: no fault found
