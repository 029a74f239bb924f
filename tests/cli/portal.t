# What a portal would refuse, found offline: its snapshot is taken, and its rules are changed afterwards
$ cat >c.csv <<'END'
> Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_Subject,Comm_Note,Comm_CreatedDate,Person_Id
> 1,Phone,Outbound,Completed,2024-01-02 10:00:00,Call one,text,2024-01-02 10:00:00,7
> 2,Phone,Inbound,Cancelled,2024-01-02 10:00:00,Call two,,2024-01-02 10:00:00,7
> 3,Note,,,2024-01-02 10:00:00,Note,text,2024-01-02 10:00:00,7
> 4,Meeting,,,2024-01-02 10:00:00,Meet,text,2024-01-02 10:00:00,7
> END
> printf 'legacy_contact_id,hubspot_contact_id\n7,501\n' >contacts.csv
> hubstage run c.csv --contacts contacts.csv -q >answer
> "$BUILD/hubmock" --port-file port --require calls.hs_call_body >mock.out 2>&1 &
> for _ in {1..200}; do [ ! -s port ] || break; sleep 0.02; done
> export HUBSPOT_ACCESS_TOKEN=hubmock-test-token url=http://127.0.0.1:$(cat port)
> hubstage push check --create-key --base-url $url -q >answer
> hubstage push snapshot --base-url $url -q >answer; echo "snapshot: exit $?"; kill %1
> hubstage validate --portal out/portal.json -q >answer; echo "exit $?"; sed -n '/^portal/,$p' answer
snapshot: exit 0
exit 3
portal 12345678: 4 records would be sent, 1 of them refused
activity  code                       property      value  rows  first id
calls     MISSING_REQUIRED_PROPERTY  hs_call_body            1         2

# A property that is not there, an option, a read-only one, an owner
$ sed -e 's/"legacy_communication_id"/"another"/; s/"CANCELED"/"OTHER"/' out/portal.json |
> sed -z 's/"hs_note_body",\([^}]*\)"read_only": false/"hs_note_body",\1"read_only": true/' >changed.json
> sqlite3 out/staging.db "UPDATE ic_meetings SET hubspot_api_payload = json_set(hubspot_api_payload, '\$.properties.hubspot_owner_id', '99')"
> hubstage validate --portal changed.json -q >answer; echo "exit $?"; sed -n '/^portal/,$p' answer
exit 3
portal 12345678: 4 records would be sent, 4 of them refused
activity  code                       property                 value     rows  first id
calls     PROPERTY_DOESNT_EXIST      legacy_communication_id               2         1
calls     INVALID_OPTION             hs_call_status           CANCELED     1         2
calls     MISSING_REQUIRED_PROPERTY  hs_call_body                          1         2
meetings  PROPERTY_DOESNT_EXIST      legacy_communication_id               1         4
meetings  INVALID_OWNER_ID           hubspot_owner_id         99           1         4
notes     PROPERTY_DOESNT_EXIST      legacy_communication_id               1         3
notes     READ_ONLY_VALUE            hs_note_body                          1         3

# As JSON
$ hubstage validate --portal out/portal.json --json -q | sed -n '/"portal": {/,/^  }/p' | grep -v taken_at
  "portal": {
    "file": "out/portal.json",
    "portal": 12345678,
    "checked": 4,
    "refused": 2,
    "findings": [
      {
        "activity": "calls",
        "code": "MISSING_REQUIRED_PROPERTY",
        "property": "hs_call_body",
        "value": null,
        "rows": 1,
        "first": 2
      },
      {
        "activity": "meetings",
        "code": "INVALID_OWNER_ID",
        "property": "hubspot_owner_id",
        "value": "99",
        "rows": 1,
        "first": 4
      }
    ]
  }

# A checkpoint below its threshold wins
$ printf 'legacy_contact_id,hubspot_contact_id\n7,\n' >none.csv; hubstage run c.csv --contacts none.csv --out poor -q >answer
> hubstage validate --portal out/portal.json --out poor -q >answer; echo "exit $?"
exit 4

# What is no snapshot, and what is not there
$ hubstage validate --portal c.csv
! hubstage: validate: c.csv is no snapshot of a portal; hubstage-push snapshot writes one
[exit 5]

$ hubstage validate --portal nowhere.json
! hubstage: validate: nowhere.json: No such file or directory
[exit 6]

$ hubstage init --out new -q >answer; hubstage validate --portal out/portal.json --out new
! hubstage: validate: derive has to be done first: `hubstage derive`
[exit 2]
