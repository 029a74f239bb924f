# What HubSpot answered comes back into the workspace: run, push (one record is refused), receipts
$ cat >c.csv <<'END'
> Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_Subject,Comm_Note,Comm_CreatedDate,Person_Id
> 1,Phone,Outbound,Completed,2024-01-02 10:00:00,Call one,text,2024-01-02 10:00:00,7
> 2,Phone,Inbound,Completed,2024-01-02 10:00:00,Call two,text,2024-01-02 10:00:00,7
> 3,Note,,,2024-01-02 10:00:00,=Note,"line 1
> line 2",2024-01-02 10:00:00,7
> 4,Meeting,,,2024-01-02 10:00:00,'+Meet,text,2024-01-02 10:00:00,8
> 5,SMS,,,2024-01-02 10:00:00,,hello,2024-01-02 10:00:00,7
> END
> printf 'legacy_contact_id,hubspot_contact_id\n7,501\n8,666\n' >contacts.csv; printf '0-1 501\n' >known
> cat >mock <<'END'
> #!/bin/bash
> # mock COMMAND: with a HubSpot of its own at $url, in which contact 501 is the only object
> "$BUILD/hubmock" --port-file port --create-key unique --search-lag 0 --known-objects known >mock.out 2>&1 &
> for _ in {1..200}; do [ ! -s port ] || break; sleep 0.02; done
> url=http://127.0.0.1:$(cat port) HUBSPOT_ACCESS_TOKEN=hubmock-test-token bash -c "$1"
> kill $!; rm -f port
> END
> chmod +x mock; hubstage run c.csv --contacts contacts.csv -q >answer
> ./mock 'hubstage push push --portal 12345678 --base-url $url --settle 1 -q >answer; echo "push: exit $?"'
> hubstage receipts; echo "exit $?"
> cut -d, -f 1-3 out/success.csv; cat out/error.csv out/crosswalk.csv
> sqlite3 out/staging.db "SELECT comm_communicationid, api_push_status, api_engagement_id FROM ic_communication_master;
> SELECT api_push_status, hubspot_engagement_id, error_message, pushed_at IS NOT NULL FROM ic_calls;
> SELECT api_push_status, hubspot_engagement_id, error_message, pushed_at IS NOT NULL FROM ic_meetings"
push: exit 3
activity        rows  pushed  failed  pending
calls              2       2       0        0
meetings           1       0       1        0
notes              1       1       0        0
communications     1       1       0        0

out/success.csv
out/error.csv
out/crosswalk.csv
exit 3
comm_communicationid,activity_type,hubspot_engagement_id
1,calls,116714809428
2,calls,122254385352
3,notes,113768735210
5,communications,129537704375
reject_file,reject_line,reject_byte,reject_column,reject_code,reject_message,Comm_CommunicationId,Comm_OpportunityId,Comm_CaseId,Comm_Type,Comm_Action,Comm_Status,Comm_Priority,Comm_DateTime,Comm_ToDateTime,Comm_Note,Comm_Subject,Comm_Email_Clean,Comm_CreatedDate,Comm_UpdatedDate,Comm_OriginalDateTime,Comm_OriginalToDateTime,Person_Id,Person_FirstName,Person_LastName,Person_EmailAddress,Company_Id,Company_Name
c.csv,6,357,,OBJECT_NOT_FOUND,"OBJECT_NOT_FOUND: Could not get some MEETING_EVENT objects, they may be deleted or not exist. Check that ids are valid.",4,,,Meeting,,,,2024-01-02 10:00:00,,text,''+Meet,,2024-01-02 10:00:00,,,,8,,,,,
comm_communicationid,activity_type,hubspot_engagement_id
1,calls,116714809428
2,calls,122254385352
3,notes,113768735210
5,communications,129537704375
1|pushed|116714809428
2|pushed|122254385352
3|pushed|113768735210
4|failed|
5|pushed|129537704375
pushed|116714809428||1
pushed|122254385352||1
failed||OBJECT_NOT_FOUND: Could not get some MEETING_EVENT objects, they may be deleted or not exist. Check that ids are valid.|0

# Taken twice it is the same
$ sqlite3 out/staging.db .dump >before; cat out/*.csv >files; hubstage receipts -q >answer; echo "exit $?"
> sqlite3 out/staging.db .dump | cmp - before && cat out/*.csv | cmp - files && echo "the same"
exit 3
the same

# As JSON, and from named files
$ hubstage receipts --json out/push.db | tr -d ' \n'; echo
{"document":"receipts","version":1,"workspace":"out","pushed":4,"failed":1,"unknown":0,"rolled_back":0,"strangers":0,"activities":[{"activity":"calls","rows":2,"pushed":2,"failed":0,"pending":0},{"activity":"meetings","rows":1,"pushed":0,"failed":1,"pending":0},{"activity":"notes","rows":1,"pushed":1,"failed":0,"pending":0},{"activity":"communications","rows":1,"pushed":1,"failed":0,"pending":0}],"files":["out/success.csv","out/error.csv","out/crosswalk.csv"]}

# The bundle is stale: it still has what HubSpot has now. explain tells the whole story of a record
$ hubstage status | sed -n '6,11p'; hubstage explain 1 | sed -n '/^HubSpot/,$p' | sed -E 's/20[0-9-]+[T ][0-9:.]+Z?/TIME/; s/ +/ /g'
validate  done   2025-11-14 00:00:00
payloads  stale  2025-11-14 00:00:00
report    stale  2025-11-14 00:00:00

read     5  =  5  loaded   0  merged   0  replaced   0  rejected
loaded   5  =  5  derived  0  skipped  0  in error
HubSpot
source activity status hubspot_id pushed_at error
receipt calls pushed 116714809428 TIME -

push journal
activity action state hubspot_id tries sent_at http_status error
calls create created 116714809428 1 TIME 201 -

# The next run leaves out what HubSpot has, and keeps the receipts, also when they are taken again
$ hubstage run c.csv --contacts contacts.csv -q >answer; sed -n '3,5p' answer; wc -l out/bundle/data/*.ndjson | grep -v ' 0 '
> hubstage receipts -q >answer; echo "exit $?"; sqlite3 out/staging.db "SELECT count(*) FROM receipt"
derived  5  =  1  new      0  changed  4  unchanged  0  held

in the bundle: 1 new + 0 changed; gone from the source since: 0
  1 out/bundle/data/meetings.ndjson
  1 total
exit 3
5

# A changed row becomes an update
$ sed 's/Call two/Call 2/' c.csv >changed.csv; hubstage run changed.csv --contacts contacts.csv -q >answer; sed -n '3,5p' answer
> wc -l out/bundle/data/*.ndjson out/bundle/data/updates/*.ndjson | grep -v ' 0 '; cut -c -60 out/bundle/data/updates/calls.ndjson
derived  5  =  1  new      1  changed  3  unchanged  0  held

in the bundle: 1 new + 1 changed; gone from the source since: 0
  1 out/bundle/data/meetings.ndjson
  1 out/bundle/data/updates/calls.ndjson
  2 total
{"id":"122254385352","properties":{"legacy_communication_id"

# error.csv, corrected, loads again: texts as they came
$ sed 's/,8,,,,,$/,7,,,,,/' out/error.csv >fixed.csv; hubstage run fixed.csv --contacts contacts.csv --out fixed -q >answer; echo "exit $?"
> sqlite3 fixed/staging.db "SELECT comm_communicationid, comm_subject, comm_note, hubspot_contact_id FROM ic_communication_master"
exit 0
4|'+Meet|text|501

# Nothing is taken from a journal of another bundle, of another program, or from none; several journals are taken all or none
$ hubstage run c.csv --contacts contacts.csv --out other --rules sage -q >answer; hubstage receipts --out other out/push.db
! hubstage: receipts: out/push.db is of another bundle: that of this workspace was never pushed with it. A push with it sends what HubSpot has not; then there are receipts
[exit 9]

$ hubstage receipts out/push.db out/staging.db
! hubstage: receipts: out/staging.db is a database of another program (application_id 1213420615)
[exit 6]

$ hubstage receipts --out other
! hubstage: receipts: other/push.db: No such file or directory
[exit 6]

$ hubstage receipts nowhere.db; sqlite3 other/staging.db "SELECT count(*) FROM receipt"
0
! hubstage: receipts: nowhere.db: No such file or directory
