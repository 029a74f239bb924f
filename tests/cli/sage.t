# The pairs of type and action in their real proportions, under both rule sets
$ fixturegen --mixture sage --rows 2202 --unknown 0 --out in --quiet

$ for rules in plan sage; do hubstage run in/communications.csv --contacts in/contacts.csv --companies in/companies.csv --deals in/deals.csv --rules $rules --timezone Europe/Paris --out $rules --as-of 2026-07-01 >$rules.txt; echo $?; done
0
0
! hubstage: run: communications.csv: 12 cells had private-use characters replaced

$ sqlite3 -box plan/staging.db "ATTACH 'sage/staging.db' AS s; SELECT p.comm_type AS type, p.comm_action AS action, count(*) AS rows, p.derived_activity_type AS plan, n.derived_activity_type AS sage FROM ic_communication_master p JOIN s.ic_communication_master n ON n.id = p.id GROUP BY 1, 2, 4, 5 ORDER BY 3 DESC, 1, 2"
┌─────────────┬───────────────┬──────┬──────────┬─────────────┐
│    type     │    action     │ rows │   plan   │    sage     │
├─────────────┼───────────────┼──────┼──────────┼─────────────┤
│ Task        │ PhoneOut      │ 1439 │ tasks    │ calls       │
│ Email       │ EmailOut      │ 406  │ emails   │ emails      │
│ Email       │ Meeting       │ 78   │ emails   │ meetings    │
│ Appointment │ Meeting       │ 73   │ meetings │ meetings    │
│ Email       │ EmailIn       │ 36   │ emails   │ emails      │
│ Task        │ Meeting       │ 35   │ tasks    │ meetings    │
│ email       │ EmailOut      │ 31   │ emails   │ emails      │
│ Task        │ Note          │ 29   │ tasks    │ notes       │
│ Task        │ PhoneIn       │ 20   │ tasks    │ calls       │
│ Task        │ LetterOut     │ 13   │ tasks    │ postal_mail │
│ Appointment │ OnlineMeeting │ 6    │ meetings │ meetings    │
│ Appointment │ Vacation      │ 6    │ meetings │ meetings    │
│ Task        │ FaxOut        │ 5    │ tasks    │ postal_mail │
│ Task        │ LetterIn      │ 5    │ tasks    │ postal_mail │
│ Task        │ EmailOut      │ 4    │ tasks    │ emails      │
│ Task        │ FaxIn         │ 4    │ tasks    │ postal_mail │
│ Email       │ PhoneOut      │ 3    │ emails   │ calls       │
│ Email       │ ToDo          │ 3    │ emails   │ tasks       │
│ Task        │ ToDo          │ 3    │ tasks    │ tasks       │
│ Appointment │ Demo          │ 2    │ meetings │ meetings    │
│ Task        │               │ 1    │ tasks    │ tasks       │
└─────────────┴───────────────┴──────┴──────────┴─────────────┘

$ sqlite3 sage/staging.db "SELECT 'calls', call_status, count(*) FROM ic_calls GROUP BY 2 UNION ALL SELECT 'emails', email_send_status || ' ' || email_direction, count(*) FROM ic_emails GROUP BY 2 UNION ALL SELECT 'meetings', meeting_outcome, count(*) FROM ic_meetings GROUP BY 2 UNION ALL SELECT 'tasks', task_status, count(*) FROM ic_tasks GROUP BY 2"
calls|CANCELED|16
calls|COMPLETED|1094
calls|QUEUED|352
emails|SENT INCOMING|36
emails|SENT OUTGOING|441
meetings|CANCELLED|4
meetings|COMPLETED|137
meetings|SCHEDULED|53
tasks|COMPLETED|2
tasks|IN_PROGRESS|4
tasks|NOT_STARTED|1

$ cat sage.txt
read     2,202  =  2,202  loaded   0  merged   0  replaced   0  rejected
loaded   2,202  =  2,196  derived  6  skipped  0  in error
derived  2,196  =  2,196  new      0  changed  0  unchanged  0  held

in the bundle: 2196 new + 0 changed; gone from the source since: 0

activity         rows  share  contact  company  deal  none  in error  held
calls           1,462  66.3%    1,199    1,175   221    44         0     0
emails            477  21.6%      382      365    60    16         0     0
meetings          200   9.0%      148      158    27     5         0     0
notes              29   1.3%       23       25     4     0         0     0
tasks               7   0.3%        5        6     1     0         0     0
communications      0   0.0%        0        0     0     0         0     0
postal_mail        27   1.2%       22       26     3     0         0     0

to look at  why             rows  first: id, or file:line
skipped     RULE_SKIPS         6  24
left_out    INVALID_EMAIL      6  985
flagged     UNKNOWN_ACTION     6  25

29 of 30 checkpoints pass
checkpoint  what                          value     must be
load        activity types without a row      1  =        0  types  look

# No address that the file does not name, no end that it does not have
$ sqlite3 sage/staging.db "SELECT count(*) FROM ic_emails WHERE email_from_address LIKE '%company.com' OR email_to_address LIKE '%company.com'; SELECT count(*) FROM ic_emails e JOIN ic_communication_master m ON m.id = e.id WHERE e.email_body IS NOT coalesce((SELECT body FROM email_body b WHERE b.comm_communicationid = m.id), m.comm_email_clean, m.comm_note); SELECT count(*) FROM ic_meetings t JOIN ic_communication_master m ON m.id = t.id WHERE t.meeting_end_time IS NOT m.comm_todatetime; SELECT count(*) FROM ic_tasks t JOIN ic_communication_master m ON m.id = t.id WHERE t.due_date <> m.comm_datetime"
0
0
0
0

# The zone of the clock is the analyst's to say
$ hubstage run "$FIXTURES/edge/dst.csv" --rules sage --out zone --as-of 2026-07-01 >/dev/null
! hubstage: run: warning: the rule set sage does not know the zone of the source's clock: its times are taken for UTC (--timezone Europe/Paris, for one, says otherwise)
[exit 4]

$ hubstage run "$FIXTURES/edge/dst.csv" --rules sage --timezone Europe/Paris --out zone --as-of 2026-07-01 >/dev/null
[exit 4]

$ sqlite3 zone/staging.db "SELECT comm_communicationid, code, property, message FROM finding WHERE kind = 'flagged' ORDER BY 1, 2, 3"
2|TIME_DOES_NOT_EXIST|hs_timestamp|'2026-03-29 02:00:00' does not exist on that day's clock: it is moved forward by the gap
3|TIME_DOES_NOT_EXIST|hs_timestamp|'2026-03-29 02:30:00' does not exist on that day's clock: it is moved forward by the gap
6|TIME_EXISTS_TWICE|hs_timestamp|'2026-10-25 02:30:00' exists twice on that day's clock: the first is sent
7|TIME_EXISTS_TWICE|hs_timestamp|'2026-10-25 02:59:59' exists twice on that day's clock: the first is sent

# Attendees: one activity with all of them
$ { head -1 "$FIXTURES/edge/sage_pairs.csv"; for person in 1,Mara,Valmorin,mara.valmorin@example.com,1 2,Ned,Osk,ned.osk@example.com,1 3,,,,2 1,,,,; do grep '^10,' "$FIXTURES/edge/sage_pairs.csv" | sed "s/1,Mara.*/$person,x/"; done; } >attendees.csv; printf 'legacy_contact_id,hubspot_contact_id\n1,101\n2,102\n' >contacts.csv; printf 'legacy_company_id,hubspot_company_id\n1,201\n2,202\n' >companies.csv; hubstage run attendees.csv --contacts contacts.csv --companies companies.csv --rules sage --timezone UTC --out attendees --as-of 2026-07-01 | head -3; cat attendees/bundle/data/*.ndjson
read     4  =  1  loaded   3  merged   0  replaced   0  rejected
loaded   1  =  1  derived  0  skipped  0  in error
derived  1  =  1  new      0  changed  0  unchanged  0  held
{"properties":{"legacy_communication_id":"10","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_meeting_title":"Email / Meeting / Complete","hs_meeting_body":"Plain details.","hs_meeting_start_time":"2024-03-05T10:00:00.000Z","hs_meeting_end_time":"2024-03-05T10:15:00.000Z","hs_meeting_outcome":"COMPLETED"},"associations":[{"to":{"id":"101"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":200}]},{"to":{"id":"102"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":200}]},{"to":{"id":"201"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":188}]},{"to":{"id":"202"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":188}]}],"objectWriteTraceId":"10"}

# Held by a rule, unreadable, unknown: 3, as no checkpoint asks for what waits for a decision
$ printf 'Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_CreatedDate,Comm_Note,Person_Id\n1,Email,,Complete,2024-05-06,2024-05-06,x,1\n2,Task,PhoneOut,Complete,2024-05-06,2024-05-06,{\\rtf1 x},1\n3,Foo,Bar,Complete,2024-05-06,2024-05-06,x,1\n4,Task,ToDo,Abandonne,2024-05-06,2024-05-06,x,1\n5,Task,ToDo,Pending,2024-05-06,2024-05-06,x,1\n' >held.csv; hubstage run held.csv --contacts contacts.csv --rules sage --timezone UTC --out held --as-of 2026-07-01 -q | sed -n 's/^derived/&/p;s/^held/&/p'; hubstage status --out held | grep FAIL || echo no checkpoint fails
derived  5  =  1  new      0  changed  0  unchanged  4  held
held        MISSING_REQUIRED_PROPERTY     1  1
held        NO_RULE                       1  3
held        RTF_TEXT                      1  2
held        RULE_HOLDS                    1  1
held        UNKNOWN_STATUS                1  4
no checkpoint fails

# Columns beyond the 22: headers of e-mails with all their addresses, the place of a meeting, the owner by lines of values.csv
$ cat >more.csv <<'END'
> Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_CreatedDate,Comm_Note,Person_EmailAddress,Person_FirstName,Comm_From,Comm_TO,Comm_CC,Comm_BCC,Comm_Location,CmLi_Comm_UserId,Companies.Owner_Email,Shoe_Size
> 1,Task,EmailOut,Complete,2024-05-06,2024-05-06,x,ada@example.com,Ada,Olga<olga@example.org>,Ada Byte<ADA@example.com>;Bob<bob@example.com>,"Eve, X <eve@example.net>; broken",z@example.net,,17.0,,43
> 2,Task,EmailIn,Complete,2024-05-06,2024-05-06,x,ada@example.com,Ada,/O=FIRM/CN=ADA,sales@example.org,,,,99,,
> 3,Task,EmailOut,Complete,2024-05-06,2024-05-06,x,ada@example.com,Ada,,,,,,99,Olga@Example.org,
> 4,Appointment,Meeting,Complete,2024-05-06,2024-05-06,x,,,,,,,Room 1,,,
> END
> hubstage rules export owners --rules sage >/dev/null; printf 'owner,olga@example.org,501\nowner,17,502\n' >>owners/values.csv; hubstage run more.csv --rules ./owners --timezone UTC --out more --as-of 2026-07-01 >/dev/null
> sqlite3 more/staging.db "SELECT id, hubspot_api_payload ->> '$.properties.hs_email_headers', hubspot_api_payload ->> '$.properties.hubspot_owner_id', email_from_address, email_to_address FROM ic_emails; SELECT id, hubspot_api_payload ->> '$.properties.hs_meeting_location' FROM ic_meetings; SELECT comm_communicationid, code, message FROM finding WHERE kind <> 'held'"
1|{"from":{"email":"olga@example.org"},"to":[{"email":"ADA@example.com","firstName":"Ada"},{"email":"bob@example.com"}],"cc":[{"email":"eve@example.net"}],"bcc":[{"email":"z@example.net"}]}|502|olga@example.org|ADA@example.com
2|{"from":{"email":"ada@example.com","firstName":"Ada"},"to":[{"email":"sales@example.org"}],"cc":[],"bcc":[]}||ada@example.com|sales@example.org
3|{"to":[{"email":"ada@example.com","firstName":"Ada"}],"cc":[],"bcc":[]}|501||ada@example.com
4|Room 1
2|UNKNOWN_OWNER|values.csv names no HubSpot owner for this user, and none is sent
1|INVALID_EMAIL|an entry of 6 characters among the copies is no e-mail address
2|INVALID_EMAIL|an entry of 14 characters among the senders is no e-mail address
! hubstage: run: warning: more.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Subject, Comm_Email_Clean, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_Id, Person_LastName, Company_Id, Company_Name
! hubstage: run: more.csv: these columns are used by the rule set: Comm_From, Comm_TO, Comm_CC, Comm_BCC, Comm_Location, CmLi_Comm_UserId, Companies.Owner_Email
! hubstage: run: warning: more.csv: these columns are ignored: Shoe_Size

$ hubstage explain 1 --out more | grep extra
extra bcc                (13 characters)
extra cc                 (32 characters)
extra from               (22 characters)
extra to                 (46 characters)
extra user               17.0
activity_assigned_to        502                  extra owner_email, extra user, rule_value owner      the owner that a line `owner` of values.csv names for the owner's e-mail, else for the user's id
email_from_address          (16 characters)      extra from, person_emailaddress                      the first address of Comm_From, else the person of an e-mail that came in
email_to_address            (15 characters)      extra to, person_emailaddress                        the first address of Comm_To, else the person of an e-mail that was sent
payload_from_list           (22 characters)      extra from                                           as it is: its first address is sent, in place of the person's
payload_to_list             (46 characters)      extra to                                             as it is: its addresses are sent, in place of the person's
payload_cc_list             (32 characters)      extra cc                                             as it is: its addresses are sent
payload_bcc_list            (13 characters)      extra bcc                                            as it is: its addresses are sent

# The plan's rules look at none of them
$ hubstage run more.csv --out plainly --as-of 2026-07-01 2>&1 >/dev/null | grep -v missing; sqlite3 plainly/staging.db "SELECT count(*) FROM source_extra"
hubstage: run: warning: more.csv: these columns are ignored: Comm_From, Comm_TO, Comm_CC, Comm_BCC, Comm_Location, CmLi_Comm_UserId, Companies.Owner_Email, Shoe_Size
0

# Zero ids and sentinel dates are no values
$ hubstage run "$FIXTURES/edge/zero_ids.csv" "$FIXTURES/edge/date_sentinels.csv" --rules sage --timezone UTC --out zero --as-of 2026-07-01 | head -1; sqlite3 zero/staging.db "SELECT count(*) FROM ic_communication_master WHERE person_id = 0 OR company_id = 0 OR comm_todatetime GLOB '9999*' OR comm_updateddate GLOB '1899*'"
read     6  =  3  loaded   0  merged   2  replaced   1  rejected
0
! hubstage: run: zero_ids.csv: 6 ids 0 became NULL
! hubstage: run: date_sentinels.csv: 5 dates that stand for none became NULL

# A body may be long; a row that differs behind its 500th character is no attendee of the first
$ { echo Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_CreatedDate,Person_Id,Comm_Email_Clean; for person in 1 2; do printf '1,Email,EmailOut,Complete,2024-05-06 07:08:09,2024-05-06 07:00:00,%s,"<p class=x>%s</p><script>x</script>"\n' $person "$(printf '%0900d' 7)"; done; printf '1,Email,EmailOut,Complete,2024-05-06 07:08:09,2024-05-06 07:00:00,3,"<p class=x>%s</p>"\n' "$(printf '%0900d' 8)"; } >long.csv; hubstage run long.csv --rules sage --timezone UTC --out long --as-of 2026-07-01 | head -3
read     3  =  1  loaded   1  merged   0  replaced   1  rejected
loaded   1  =  1  derived  0  skipped  0  in error
derived  1  =  1  new      0  changed  0  unchanged  0  held
! hubstage: run: warning: long.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name

$ sqlite3 long/staging.db "SELECT length(m.comm_email_clean), length(b.body), length(e.email_body), length(e.hubspot_api_payload ->> '$.properties.hs_email_html') FROM ic_communication_master m JOIN email_body b ON b.comm_communicationid = m.id JOIN ic_emails e ON e.id = m.id; SELECT line, code FROM reject"
500|933|933|907
4|DUPLICATE_RECORD_ID

$ hubstage run long.csv --out plain --as-of 2026-07-01 | head -1
read     3  =  0  loaded   0  merged   0  replaced   3  rejected
! hubstage: run: warning: long.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name
