# A run writes the report; the step writes it again, with the same bytes
$ hubstage run -q $FIXTURES/demo/communications.csv --contacts $FIXTURES/demo/contacts.csv --companies $FIXTURES/demo/companies.csv --deals $FIXTURES/demo/deals.csv --json >/dev/null
[exit 3]

$ mkdir first && cp out/report/* first && hubstage report && diff -r first out/report && echo same
out/report/data_quality_report.html
out/report/data_quality_report.md
out/report/data_quality_report.json
same

$ hubstage report --json
{
  "document": "report",
  "version": 1,
  "shows_values": false,
  "files": [
    "out/report/data_quality_report.html",
    "out/report/data_quality_report.md",
    "out/report/data_quality_report.json"
  ]
}

# Every list has a header, and as many lines as the report says
$ cd out/report && wc -l *.csv | sed 's/^ *//'
3 backwards.csv
301 codes.csv
256 counts.csv
3 errors.csv
2 flagged.csv
17 held.csv
10 left_out.csv
18 merged.csv
883 months.csv
89 orphans.csv
174 placeholders.csv
12 rejected.csv
34 unrecognised.csv
20 unresolved.csv
305 words.csv
2127 total

$ cd out/report && head -n 2 -q errors.csv held.csv left_out.csv rejected.csv merged.csv unrecognised.csv orphans.csv
id,activity,message,start,end,file,line
900005,meetings,the meeting ends before it starts,2024-05-14 15:00:00,2024-05-14 14:00:00,communications.csv,6356
id,activity,code,property,message,file,line
100278,communications,INVALID_OPTION,hs_communication_channel_type,''CUSTOM' is none of HubSpot's values,communications.csv,558
id,activity,code,property,message,file,line
100012,emails,INVALID_EMAIL,email_to_address,the recipient's address (3 characters) is no e-mail address,communications.csv,20
file,line,byte,column,code,message
communications.csv,4769,1067861,Comm_CommunicationId,DUPLICATE_RECORD_ID,"''102295' is already the id of line 4766, whose content differs"
id,person_id,company_id,what,file,line
100001,5202,910,another person or company,communications.csv,3
id,comm_type,comm_action,comm_status,comm_priority,activity,file,line
100114,Web Form,inbound,Cancelled,3,notes,communications.csv,219
id,activity,date,person_id,company_id,opportunity_id,file,line
100053,meetings,2022-06-16 11:49:51,,,,communications.csv,99

# The shape of the document: its members, what they are, and how many elements they have
$ sqlite3 :memory: "SELECT key, type, iif(type = 'array', json_array_length(value), '') FROM json_each(CAST(readfile('out/report/data_quality_report.json') AS TEXT))"
document|text|
version|integer|
as_of|text|
timezone|text|
tool_version|text|
schema_version|integer|
rules|object|
shows_values|false|
verdict|object|
accounting|object|
gates|array|30
other_rules|object|
steps|array|6
activities|array|7
associations|array|50
values|array|36
defaults|array|30
findings|array|6
unrecognised|array|15
moves|array|8
codes|array|40
resolution|array|3
unresolved|array|17
orphans|array|56
rejects|array|8
merges|array|5
months|array|882
hours|array|76
lengths|array|21
dates|array|7
placeholders|array|2
inputs|array|4
settings|object|
sample|array|70
lists|array|15
previous|null|
changes|array|0

# Of each array the members of its elements
$ sqlite3 :memory: "SELECT d.key, (SELECT group_concat(m.key, ' ') FROM json_each(d.value -> 0) m) FROM json_each(CAST(readfile('out/report/data_quality_report.json') AS TEXT)) d WHERE d.type = 'array' AND json_array_length(d.value) > 0"
gates|name checkpoint title value comparison threshold unit level passed
steps|step state
activities|activity rows share_pct derived skipped error new changed unchanged held with_contact with_company with_deal with_nothing orphans first_month last_month
associations|activity associated_with rows
values|activity property value rows
defaults|activity property value why rows first_id
findings|kind activity code property rows first_id list
unrecognised|comm_type activity rows spellings first_id
moves|activity other_activity rows by_rule pairs first_id
codes|comm_type comm_action activity other_activity other_reason rows first_id differs
resolution|entity referring resolved unresolved resolved_pct threshold_pct unresolved_ids
unresolved|entity legacy_id rows reason
orphans|year activity rows first_id
rejects|code column_name rows first_lines example
merges|position what rows list
months|month activity rows
hours|activity hour rows
lengths|activity text none to_50 to_200 to_500 to_2000 to_10000 to_65536 over_65536 longest longest_id
dates|activity no_end end_before_start end_at_start end_after_start first_id
placeholders|property address rows
inputs|kind name bytes sha256 rows_read ignored_columns
sample|id activity why file line source derived
lists|file title rows

# The verdict and the accounting
$ sqlite3 :memory: "SELECT json_extract(readfile('out/report/data_quality_report.json'), '$.verdict') UNION ALL SELECT json_extract(readfile('out/report/data_quality_report.json'), '$.accounting')"
{"state":"ready_with_remarks","obstacles":[],"remarks":[{"rows":11,"text":"records were rejected and did not load","section":"rejects"},{"rows":2,"text":"communications are in error and were not derived","section":"findings"},{"rows":16,"text":"communications are derived and held back","section":"findings"},{"text":"rows that no rule recognised: 33, must be 0","section":"gates"},{"rows":3,"text":"communications are of another type by the rule set sage","section":"codes"}],"next":[{"text":"Give the types that no rule knows a line in classification.csv of a copy of the rules, and run again with --rules.","command":"hubstage rules export DIR","section":"codes"},{"text":"Correct the rejected records in a copy of rejects.csv and run again with it as one more file.","command":null,"section":"rejects"},{"text":"Correct the communications in error in the source: errors.csv says why. Then run again.","command":null,"section":"findings"},{"text":"Decide about what is held: held.csv says why. Change the rules or the rows, or leave it behind.","command":null,"section":"findings"},{"text":"Decide which rule set fits this data: their types differ.","command":null,"section":"codes"},{"text":"Look whether e-mails may go out with placeholder addresses; they are settings of the rules.","command":null,"section":"texts"},{"text":"Check the sample by eye.","command":null,"section":"sample"},{"text":"Push a few of each type first, look at them in HubSpot, then push the rest.","command":"hubstage-push push --portal ID --canary 2","section":"flow"}]}
{"read":3051,"loaded":3023,"merged":17,"replaced":0,"rejected":11,"derived":3021,"skipped":0,"error":2,"new":3005,"changed":0,"unchanged":0,"held":16,"vanished":0}

# The texts are there when they are asked for, and the next run takes them out
$ hubstage report --show-values >/dev/null && grep -c example.com out/report/data_quality_report.json
30

$ hubstage report >/dev/null && grep -c 'example\.\(com\|org\|net\)' out/report/data_quality_report.json
0
[exit 1]

# A run on other files: what changed since the one before
$ hubstage run -q $FIXTURES/edge/orphans.csv --contacts $FIXTURES/edge/contacts.csv --as-of 2025-12-01 --json >/dev/null
[exit 4]

$ sed -n '/^## Since the run before/,/^## About/p' out/report/data_quality_report.md | grep -v sha256
\## Since the run before

\### What is different

| What | Before | Now |
|---|---:|---:|
| as of | 2025-11-14 00:00:00 | 2025-12-01 00:00:00 |
| input contacts | e71706dcda96afb4ecd730d19b8b48a19e05d030a67dc8e8de165a5b227fa6c7 | e03db924da02fbd82ac051e6b7e9a7a1bb86bbe4c3b563c3dee72166f47027be |
| input communications | communications.csv | orphans.csv |
| input companies | companies.csv |  |
| input deals | deals.csv |  |
| read | 3,051 | 5 |
| loaded | 3,023 | 5 |
| merged | 17 | 0 |
| rejected | 11 | 0 |
| derived | 3,021 | 5 |
| error | 2 | 0 |
| new | 3,005 | 5 |
| held | 16 | 0 |
| calls | 688 | 5 |
| emails | 749 | 0 |
| meetings | 447 | 0 |
| notes | 465 | 0 |
| tasks | 435 | 0 |
| communications | 161 | 0 |
| postal\_mail | 78 | 0 |
| activity types without a row | 0 | 6 |
| share of the largest activity type | 24.78 | 100 |
| rows that no rule recognised | 33 | 0 |
| persons resolved to a contact | 97.37 | 33.33 |
| companies resolved | 97.85 | 0 |
| opportunities resolved to a deal | 98.48 | 0 |
| communications whose own references resolve to nothing | 2.94 | 80 |
| emails with their required columns filled | 100 |  |
| meetings with their required columns filled | 100 |  |
| notes with their required columns filled | 100 |  |
| tasks with their required columns filled | 100 |  |
| communications with their required columns filled | 100 |  |
| postal mail with their required columns filled | 100 |  |

\## About this report

$ grep -A 8 '^# ' out/report/data_quality_report.md | head -n 14
\# Data quality report

**Not ready to push.**

- in the way: persons resolved to a contact: 33.33%, must be above 95%
- in the way: companies resolved: 0%, must be above 95%
- in the way: opportunities resolved to a deal: 0%, must be above 95%
- in the way: communications whose own references resolve to nothing: 80%, must be below 5%
- activity types without a row: 6, must be 0

# The report of the demo
$ hubstage run -q $FIXTURES/demo/communications.csv --contacts $FIXTURES/demo/contacts.csv --companies $FIXTURES/demo/companies.csv --deals $FIXTURES/demo/deals.csv --json --out demo >/dev/null
[exit 3]

$ sed 's/\(rule set plan, SHA-256\) .*/\1 .../' demo/report/data_quality_report.md
\# Data quality report

**Ready to push, with remarks.**

- 11 records were rejected and did not load
- 2 communications are in error and were not derived
- 16 communications are derived and held back
- rows that no rule recognised: 33, must be 0
- 3 communications are of another type by the rule set sage

\## What to do next

1. Give the types that no rule knows a line in classification.csv of a copy of the rules, and run again with --rules. `hubstage rules export DIR`
2. Correct the rejected records in a copy of rejects.csv and run again with it as one more file.
3. Correct the communications in error in the source: errors.csv says why. Then run again.
4. Decide about what is held: held.csv says why. Change the rules or the rows, or leave it behind.
5. Decide which rule set fits this data: their types differ.
6. Look whether e-mails may go out with placeholder addresses; they are settings of the rules.
7. Check the sample by eye.
8. Push a few of each type first, look at them in HubSpot, then push the rest. `hubstage-push push --portal ID --canary 2`

\## Where every row went

Every row that was read is in one of these places.

- read 3,051 = 3,023 loaded + 17 merged + 0 replaced + 11 rejected
- loaded 3,023 = 3,021 derived + 0 skipped + 2 error
- derived 3,021 = 3,005 new + 0 changed + 0 unchanged + 16 held
- lines of the bundle 3,005; in HubSpot and gone from the source 0

\## Checkpoints

A failed gate stands in the way of a push. A warning wants a look. Thresholds are settings of the rule set.

| Checkpoint | What | Value | Must be | Result |
|---|---|---:|---:|---|
| set-up | tables of the schema | 8 | 8 tables | pass |
| set-up | named indexes | 66 | 66 indexes | pass |
| set-up | foreign keys, unique indexes and checks | 88 | 88 constraints | pass |
| set-up | views that can be queried | 9 | 9 views | pass |
| set-up | classification probes that get another activity | 0 | 0 probes | pass |
| load | records neither loaded nor merged, replaced or rejected | 0 | 0 rows | pass |
| load | rows without a required column | 0 | 0 rows | pass |
| load | rows of an unknown activity type | 0 | 0 rows | pass |
| load | activity types without a row | 0 | 0 types | pass |
| load | share of the largest activity type | 24.78% | at most 90% | pass |
| load | actions most of whose rows end before they start | no row | 0 actions | pass |
| load | rows that no rule recognised | 33 | 0 rows | look |
| resolution | persons resolved to a contact | 97.37% | above 95% | pass |
| resolution | companies resolved | 97.85% | above 95% | pass |
| resolution | opportunities resolved to a deal | 98.48% | above 95% | pass |
| resolution | communications whose own references resolve to nothing | 2.94% | below 5% | pass |
| resolution | unresolved references that the log does not have | 0 | 0 references | pass |
| derivation | rows missing from their table, or in a wrong one | 0 | 0 rows | pass |
| derivation | calls with their required columns filled | 100% | above 99% | pass |
| derivation | emails with their required columns filled | 100% | above 99% | pass |
| derivation | meetings with their required columns filled | 100% | above 99% | pass |
| derivation | notes with their required columns filled | 100% | above 99% | pass |
| derivation | tasks with their required columns filled | 100% | above 99% | pass |
| derivation | communications with their required columns filled | 100% | above 99% | pass |
| derivation | postal mail with their required columns filled | 100% | above 99% | pass |
| derivation | meetings that end before they start | 0 | 0 rows | pass |
| derivation | rows with a value outside its list | 0 | 0 rows | pass |
| payloads | derived rows without a payload | 0 | 0 rows | pass |
| payloads | payloads that are no JSON | 0 | 0 rows | pass |
| payloads | payloads not in HubSpot's shape | 0 | 0 rows | pass |

Evidence, load_unrecognised:

- comm\_type ??, activity\_type notes, row\_count 4
- comm\_type Courrier, activity\_type notes, row\_count 3
- comm\_type Fax, activity\_type notes, row\_count 3
- comm\_type email message, activity\_type notes, row\_count 3
- comm\_type n/a, activity\_type notes, row\_count 3
- comm\_type task/todo, activity\_type notes, row\_count 3
- comm\_type Appel, activity\_type notes, row\_count 2
- comm\_type Autre, activity\_type notes, row\_count 2
- comm\_type Visio, activity\_type notes, row\_count 2
- comm\_type mail, activity\_type notes, row\_count 2
- comm\_type Meeting (internal), activity\_type notes, row\_count 1
- comm\_type Phone Call, activity\_type notes, row\_count 1
- comm\_type RDV, activity\_type notes, row\_count 1
- comm\_type Réunion, activity\_type notes, row\_count 1
- comm\_type Web Form, activity\_type notes, row\_count 1
- comm\_type phone call, activity\_type notes, row\_count 1

\## Activities

\### The seven types

Contact, company and deal are counted on the communication's own record; none: on no attendee's either.

| Type | Rows | Share | Contact | Company | Deal | None | New | Changed | Unchanged | Held | In error |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| Calls | 688 | 22.76% | 545 | 577 | 107 | 15 | 688 | 0 | 0 | 0 | 0 |
| E-mails | 749 | 24.78% | 612 | 593 | 102 | 22 | 749 | 0 | 0 | 0 | 0 |
| Meetings | 447 | 14.79% | 352 | 362 | 66 | 16 | 445 | 0 | 0 | 0 | 2 |
| Notes | 465 | 15.38% | 365 | 373 | 66 | 17 | 464 | 0 | 0 | 1 | 0 |
| Tasks | 435 | 14.39% | 343 | 355 | 81 | 12 | 435 | 0 | 0 | 0 | 0 |
| Communications | 161 | 5.33% | 128 | 133 | 23 | 2 | 146 | 0 | 0 | 15 | 0 |
| Postal mail | 78 | 2.58% | 60 | 63 | 8 | 4 | 78 | 0 | 0 | 0 | 0 |

Lines: [counts.csv](counts.csv)

\## Type by type

What each type holds: associations, values, defaults that were used, and what is not sent.

\### Associated with

| Type | With | Rows |
|---|---|---:|
| Calls | deal | 1 |
| Calls | contact, deal | 7 |
| Calls | contact, company, deal | 79 |
| Calls | contact, company | 372 |
| Calls | contact | 87 |
| Calls | company, deal | 20 |
| Calls | company | 106 |
| Calls | nothing | 16 |
| E-mails | contact, deal | 20 |
| E-mails | contact, company, deal | 62 |
| E-mails | contact, company | 416 |
| E-mails | contact | 114 |
| E-mails | company, deal | 20 |
| E-mails | company | 95 |
| E-mails | nothing | 22 |
| Meetings | contact, deal | 14 |
| Meetings | contact, company, deal | 40 |
| Meetings | contact, company | 243 |
| Meetings | contact | 55 |
| Meetings | company, deal | 12 |
| Meetings | company | 67 |
| Meetings | nothing | 16 |
| Notes | deal | 1 |
| Notes | contact, deal | 8 |
| Notes | contact, company, deal | 45 |
| Notes | contact, company | 246 |
| Notes | contact | 66 |
| Notes | company, deal | 12 |
| Notes | company | 70 |
| Notes | nothing | 17 |
| Tasks | contact, deal | 17 |
| Tasks | contact, company, deal | 48 |
| Tasks | contact, company | 227 |
| Tasks | contact | 51 |
| Tasks | company, deal | 16 |
| Tasks | company | 64 |
| Tasks | nothing | 12 |
| Communications | contact, deal | 1 |
| Communications | contact, company, deal | 16 |
| Communications | contact, company | 86 |
| Communications | contact | 25 |
| Communications | company, deal | 6 |
| Communications | company | 25 |
| Communications | nothing | 2 |
| Postal mail | contact, company, deal | 6 |
| Postal mail | contact, company | 43 |
| Postal mail | contact | 11 |
| Postal mail | company, deal | 2 |
| Postal mail | company | 12 |
| Postal mail | nothing | 4 |

\### Values

| Type | Column | Value | Rows |
|---|---|---|---:|
| Calls | call\_status | COMPLETED | 341 |
| Calls | call\_status | NO\_ANSWER | 126 |
| Calls | call\_status | RINGING | 60 |
| Calls | call\_status | FAILED | 45 |
| Calls | call\_status | BUSY | 44 |
| Calls | call\_status | IN\_PROGRESS | 41 |
| Calls | call\_status | CANCELED | 31 |
| Calls | call\_direction | INBOUND | 373 |
| Calls | call\_direction | OUTBOUND | 315 |
| E-mails | email\_send\_status | SENT | 444 |
| E-mails | email\_send\_status | FAILED | 136 |
| E-mails | email\_send\_status | SCHEDULED | 123 |
| E-mails | email\_send\_status | SENDING | 46 |
| E-mails | email\_direction | OUTGOING | 519 |
| E-mails | email\_direction | INCOMING | 230 |
| Meetings | meeting\_outcome | COMPLETED | 199 |
| Meetings | meeting\_outcome | SCHEDULED | 94 |
| Meetings | meeting\_outcome | CANCELLED | 69 |
| Meetings | meeting\_outcome | RESCHEDULED | 51 |
| Meetings | meeting\_outcome | NO\_SHOW | 32 |
| Tasks | task\_status | COMPLETED | 133 |
| Tasks | task\_status | NOT\_STARTED | 124 |
| Tasks | task\_status | IN\_PROGRESS | 72 |
| Tasks | task\_status | WAITING | 59 |
| Tasks | task\_status | DEFERRED | 47 |
| Tasks | task\_priority | MEDIUM | 229 |
| Tasks | task\_priority | HIGH | 127 |
| Tasks | task\_priority | LOW | 79 |
| Tasks | source\_type | task | 384 |
| Tasks | source\_type | case | 51 |
| Tasks | is\_overdue | overdue | 284 |
| Tasks | is\_overdue | not overdue | 151 |
| Communications | channel\_type | SMS | 67 |
| Communications | channel\_type | LINKEDIN\_MESSAGE | 43 |
| Communications | channel\_type | WHATS\_APP | 36 |
| Communications | channel\_type | CUSTOM | 15 |

\### Defaults used

| Type | Column | Became | Because | Rows | First id |
|---|---|---|---|---:|---:|
| Calls | call\_direction | OUTBOUND | no comm\_action | 97 | 100044 |
| Calls | call\_direction | OUTBOUND | comm\_action is 'outgoing' | 80 | 100100 |
| Calls | call\_direction | OUTBOUND | comm\_action is 'Out' | 70 | 100001 |
| Calls | call\_direction | OUTBOUND | comm\_action is 'Outbound' | 68 | 100020 |
| Calls | call\_status | COMPLETED | comm\_status is 'Left voicemail' | 52 | 100048 |
| Calls | call\_status | COMPLETED | comm\_status is 'Complete' | 44 | 100031 |
| Calls | call\_status | COMPLETED | no comm\_status | 39 | 100001 |
| Calls | call\_title | Call - and the name | no subject | 23 | 100199 |
| E-mails | email\_direction | OUTGOING | comm\_action is 'EmailOut' | 89 | 100051 |
| E-mails | email\_direction | OUTGOING | no comm\_action | 84 | 100028 |
| E-mails | email\_send\_status | SENT | comm\_status is 'Read' | 68 | 100076 |
| E-mails | email\_send\_status | SENT | no comm\_status | 57 | 100012 |
| E-mails | email\_subject | Email - No Subject | no subject | 24 | 100078 |
| E-mails | email\_from\_address | the placeholder | no sender's address | 85 | 100071 |
| E-mails | email\_to\_address | the placeholder | no recipient's address | 88 | 100028 |
| Meetings | meeting\_outcome | COMPLETED | no comm\_status | 34 | 100116 |
| Meetings | meeting\_outcome | COMPLETED | comm\_status is 'Held' | 33 | 100043 |
| Meetings | meeting\_outcome | COMPLETED | comm\_status is 'no  show' | 32 | 100176 |
| Meetings | meeting\_name | Meeting with and the name | no subject | 17 | 100177 |
| Meetings | meeting\_end\_time | one hour after the start | no end | 107 | 100053 |
| Tasks | task\_status | NOT\_STARTED | no comm\_status | 53 | 100016 |
| Tasks | task\_status | NOT\_STARTED | comm\_status is 'Not Started' | 36 | 100027 |
| Tasks | task\_status | NOT\_STARTED | comm\_status is 'Open' | 35 | 100152 |
| Tasks | task\_priority | MEDIUM | no comm\_priority | 50 | 100142 |
| Tasks | task\_priority | MEDIUM | comm\_priority is 'Moyenne' | 21 | 100027 |
| Tasks | task\_title | Task - and the name | no subject | 22 | 100033 |
| Tasks | due\_date | one day after the start | no end | 95 | 100009 |
| Communications | channel\_type | CUSTOM | comm\_type is 'Message' | 14 | 100278 |
| Communications | channel\_type | CUSTOM | comm\_type is 'message' | 1 | 900008 |
| Communications | communication\_body | Message | no subject and no note | 1 | 101052 |

Lines: [words.csv](words.csv)

\## Held, in error, left out

\### Why

One line a reason. The CSV files name every communication.

| What happens | Reason | Type | Property | Rows | First id | Lines |
|---|---|---|---|---:|---:|---|
| error | the meeting ends before it starts | Meetings |  | 2 | 900005 | errors.csv |
| flagged | TITLE\_CUT | Calls | call\_title | 1 | 900018 | flagged.csv |
| held | INVALID\_OPTION | Communications | hs\_communication\_channel\_type | 15 | 100278 | held.csv |
| held | PROPERTY\_TOO\_LONG | Notes | hs\_note\_body | 1 | 103000 | held.csv |
| left out | INVALID\_EMAIL | E-mails | email\_to\_address | 5 | 100012 | left\_out.csv |
| left out | INVALID\_EMAIL | E-mails | email\_from\_address | 4 | 100855 | left\_out.csv |

\## Codes and rules

\### Types that no rule knows

They fell through to the default. Spellings that differ in case and outer blanks count as one.

| Comm_Type | Becomes | Rows | First id |
|---|---|---:|---:|
| ?? | Notes | 4 | 100359 |
| Courrier | Notes | 3 | 100259 |
| email message | Notes | 3 | 100925 |
| Fax | Notes | 3 | 101482 |
| n/a | Notes | 3 | 100582 |
| task/todo | Notes | 3 | 102399 |
| Appel | Notes | 2 | 100660 |
| Autre | Notes | 2 | 100474 |
| mail | Notes | 2 | 101202 |
| Phone Call | Notes | 2 | 102459 |
| Visio | Notes | 2 | 102140 |
| Meeting (internal) | Notes | 1 | 101121 |
| RDV | Notes | 1 | 102514 |
| Réunion | Notes | 1 | 900022 |
| Web Form | Notes | 1 | 100114 |

Lines: [unrecognised.csv](unrecognised.csv)

\### What the other rule set would do

Rows that would become another type. By a rule there: Comm_Type and Comm_Action contradict each other, or it reads a word differently. The others have codes that no rule there knows.

| Here | There | Rows | By a rule there | Pairs of codes | First id |
|---|---|---:|---:|---:|---:|
| Notes | Meetings | 2 | 2 | 2 | 100582 |
| Notes | Tasks | 1 | 1 | 1 | 101121 |
| Calls | Notes | 688 | 0 | 99 | 100001 |
| Meetings | Notes | 254 | 0 | 14 | 100003 |
| Tasks | Notes | 219 | 0 | 18 | 100005 |
| E-mails | Notes | 163 | 0 | 16 | 100060 |
| Communications | Notes | 161 | 0 | 25 | 100006 |
| Postal mail | Notes | 52 | 0 | 8 | 100007 |

Lines: [codes.csv](codes.csv)

\### Comm_Type and Comm_Action

Those first that a rule of the other set makes another type, then the pairs with most rows.

| Comm_Type | Comm_Action | Rows | Here | There | Why there | First id |
|---|---|---:|---|---|---|---:|
| Courrier | Meeting | 1 | Notes | Meetings | the action says a meeting | 102636 |
| Meeting (internal) | ToDo | 1 | Notes | Tasks | the action says a task | 101121 |
| n/a | Meeting | 1 | Notes | Meetings | the action says a meeting | 100582 |
| Note |  | 81 | Notes | Notes | held: no rule for these codes | 100045 |
| Email | Outgoing | 47 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100012 |
| Meeting |  | 41 | Meetings | Notes | held: no rule for these codes | 100099 |
| Task |  | 41 | Tasks | Tasks | no action that a rule knows, and the type says a task | 100011 |
| Note | Note | 40 | Notes | Notes | the action says a note | 100022 |
| Annotation |  | 38 | Notes | Notes | held: no rule for these codes | 100058 |
| Email | EmailOut | 38 | E-mails | E-mails | the action says an e-mail that was sent | 100117 |
| Memo |  | 37 | Notes | Notes | held: no rule for these codes | 100010 |
| NOTE |  | 36 | Notes | Notes | held: no rule for these codes | 100066 |
| Email | Sent | 34 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100136 |
| note |  | 33 | Notes | Notes | held: no rule for these codes | 100144 |
| Email | Outbound | 32 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100035 |
| appointment |  | 31 | Meetings | Meetings | no action that a rule knows, and the type says an appointment | 100029 |
| Email |  | 30 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100028 |
| Comment |  | 29 | Notes | Notes | held: no rule for these codes | 100062 |
| Email | Received | 28 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100261 |
| Email | out | 27 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100124 |
| ToDo |  | 27 | Tasks | Notes | held: no rule for these codes | 100016 |
| Visit |  | 27 | Meetings | Notes | held: no rule for these codes | 100046 |
| Email | inbound | 26 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100021 |
| Presentation |  | 26 | Meetings | Notes | held: no rule for these codes | 100116 |
| Action |  | 25 | Tasks | Notes | held: no rule for these codes | 100152 |
| Meeting | Visit | 25 | Meetings | Notes | held: no rule for these codes | 100166 |
| to-do |  | 25 | Tasks | Notes | held: no rule for these codes | 100090 |
| Appointment |  | 24 | Meetings | Meetings | no action that a rule knows, and the type says an appointment | 100025 |
| Case |  | 24 | Notes | Notes | held: no rule for these codes | 100068 |
| task |  | 24 | Tasks | Tasks | no action that a rule knows, and the type says a task | 100182 |
| Comment | Note | 23 | Notes | Notes | the action says a note | 100150 |
| Demo |  | 23 | Meetings | Notes | held: no rule for these codes | 100157 |
| MEETING |  | 23 | Meetings | Notes | held: no rule for these codes | 100038 |
| Email | Incoming | 22 | E-mails | E-mails | held: the type says an e-mail, and no action that a rule knows says which way it went | 100072 |
| FollowUp |  | 21 | Tasks | Notes | held: no rule for these codes | 100009 |
| Meeting | Meeting | 21 | Meetings | Meetings | the action says a meeting | 100143 |
| Annotation | Note | 20 | Notes | Notes | the action says a note | 100004 |
| Call |  | 20 | Calls | Notes | held: no rule for these codes | 100044 |
| meeting |  | 19 | Meetings | Notes | held: no rule for these codes | 100003 |
| Appointment | Visit | 18 | Meetings | Meetings | no action that a rule knows, and the type says an appointment | 100331 |

Lines: [codes.csv](codes.csv)

\## References to HubSpot

\### Rates

Of the rows that name a legacy id, how many got its HubSpot id.

| Entity | Rows with an id | Resolved | Unresolved | Rate | Must exceed | Distinct ids |
|---|---:|---:|---:|---:|---:|---:|
| contact | 2,470 | 2,405 | 65 | 97.37% | 95% | 12 |
| company | 2,510 | 2,456 | 54 | 97.85% | 95% | 4 |
| deal | 460 | 453 | 7 | 98.48% | 95% | 3 |

Lines: [unresolved.csv](unresolved.csv)

\### The ids that most rows miss

Up to ten an entity.

| Entity | Legacy id | Rows | Why |
|---|---:|---:|---|
| contact | 5385 | 9 | present in the contact mapping without a HubSpot id |
| contact | 5077 | 8 | present in the contact mapping without a HubSpot id |
| contact | 5261 | 7 | absent from the contact mapping |
| contact | 5454 | 7 | present in the contact mapping without a HubSpot id |
| contact | 5008 | 6 | present in the contact mapping without a HubSpot id |
| contact | 5165 | 6 | present in the contact mapping without a HubSpot id |
| contact | 5212 | 6 | present in the contact mapping without a HubSpot id |
| contact | 5404 | 5 | present in the contact mapping without a HubSpot id |
| contact | 5317 | 4 | present in the contact mapping without a HubSpot id |
| contact | 5507 | 3 | present in the contact mapping without a HubSpot id |
| company | 883 | 21 | absent from the company mapping |
| company | 909 | 16 | present in the company mapping without a HubSpot id |
| company | 958 | 15 | present in the company mapping without a HubSpot id |
| company | 808 | 2 | present in the company mapping without a HubSpot id |
| deal | 308 | 3 | present in the deal mapping without a HubSpot id |
| deal | 390 | 3 | present in the deal mapping without a HubSpot id |
| deal | 416 | 1 | absent from the deal mapping |

Lines: [unresolved.csv](unresolved.csv)

\### Communications that lead nowhere in HubSpot

| Year | Calls | E-mails | Meetings | Notes | Tasks | Communications | Postal mail |
|---|---:|---:|---:|---:|---:|---:|---:|
| 2014 | 1 | 2 | 3 | 1 | 2 | 0 | 0 |
| 2015 | 0 | 1 | 1 | 3 | 2 | 0 | 0 |
| 2016 | 1 | 1 | 2 | 1 | 0 | 0 | 0 |
| 2017 | 1 | 2 | 1 | 1 | 1 | 0 | 0 |
| 2018 | 1 | 2 | 0 | 1 | 2 | 0 | 0 |
| 2019 | 5 | 3 | 1 | 2 | 1 | 0 | 1 |
| 2020 | 1 | 1 | 2 | 2 | 0 | 0 | 2 |
| 2021 | 2 | 3 | 1 | 2 | 1 | 0 | 0 |
| 2022 | 1 | 3 | 3 | 1 | 1 | 1 | 0 |
| 2023 | 1 | 3 | 1 | 0 | 1 | 1 | 0 |
| 2024 | 1 | 0 | 0 | 1 | 1 | 0 | 1 |
| 2025 | 0 | 1 | 1 | 2 | 0 | 0 | 0 |

\## Rejected, merged, replaced

\### Records that did not load

rejects.csv in the workspace has them with all their columns, ready to be corrected and loaded again.

| Code | Column | Rows | First lines | Example |
|---|---|---:|---|---|
| DUPLICATE\_RECORD\_ID | Comm\_CommunicationId | 3 | communications.csv:4769, communications.csv:5969, communications.csv:6383 | '102295' is already the id of line 4766, whose content differs |
| INCORRECT\_NUMBER\_OF\_COLUMNS |  | 2 | communications.csv:6390, communications.csv:6391 | 21 columns, the header has 22; the record stands in rejects.raw |
| COLUMN\_TOO\_LARGE | Person\_FirstName | 1 | communications.csv:6388 | 201 characters, at most 200 are allowed |
| COULD\_NOT\_PARSE\_DATE | Comm\_CreatedDate | 1 | communications.csv:6385 | 'yesterday' is not a date |
| COULD\_NOT\_PARSE\_DATE | Comm\_DateTime | 1 | communications.csv:6384 | '2024-02-30 10:00:00' is not a date |
| COULD\_NOT\_PARSE\_NUMBER | Comm\_OpportunityId | 1 | communications.csv:6386 | 'n.c.' is not a whole number |
| INVALID\_NUMBER\_SIZE | Person\_Id | 1 | communications.csv:6387 | '2147483648' is outside -2147483648 to 2147483647 |
| MISSING\_REQUIRED\_PROPERTY | Comm\_Type | 1 | communications.csv:6389 | has no value, and every row needs one |

Lines: [rejected.csv](rejected.csv)

\### Duplicates and merges

| What | Rows | Lines |
|---|---:|---|
| further rows of a communication, another person or company | 13 | merged.csv |
| the same row again | 4 | merged.csv |
| same id, other content: rejected | 3 | rejected.csv |
| replaced by a later file | 0 | replaced.csv |
| legacy ids with two HubSpot ids: neither is used | 0 | ambiguous.csv |

\## When

Dates stand on the source's clock.

| Year | Calls | E-mails | Meetings | Notes | Tasks | Communications | Postal mail |
|---|---:|---:|---:|---:|---:|---:|---:|
| 2014 | 51 | 55 | 43 | 33 | 31 | 16 | 5 |
| 2015 | 50 | 64 | 36 | 29 | 42 | 13 | 7 |
| 2016 | 41 | 60 | 34 | 29 | 21 | 17 | 8 |
| 2017 | 60 | 66 | 30 | 49 | 33 | 12 | 4 |
| 2018 | 61 | 61 | 23 | 29 | 30 | 8 | 7 |
| 2019 | 67 | 64 | 30 | 41 | 41 | 17 | 9 |
| 2020 | 64 | 54 | 35 | 43 | 35 | 8 | 9 |
| 2021 | 63 | 54 | 38 | 37 | 38 | 18 | 7 |
| 2022 | 54 | 69 | 46 | 32 | 32 | 14 | 2 |
| 2023 | 46 | 62 | 39 | 35 | 37 | 12 | 7 |
| 2024 | 56 | 62 | 37 | 48 | 34 | 16 | 6 |
| 2025 | 52 | 59 | 38 | 47 | 42 | 7 | 2 |
| 2026 | 23 | 19 | 18 | 13 | 19 | 3 | 5 |

\### Start and end

In Sage data a task's Comm_DateTime is its due date and Comm_ToDateTime its start: many tasks that end before they start say so.

| Type | No end | End before start | End at start | End after start | First id |
|---|---:|---:|---:|---:|---:|
| Calls | 175 | 0 | 0 | 513 |  |
| E-mails | 175 | 0 | 0 | 574 |  |
| Meetings | 107 | 2 | 0 | 338 | 900005 |
| Notes | 114 | 0 | 41 | 310 |  |
| Tasks | 95 | 0 | 33 | 307 |  |
| Communications | 36 | 0 | 10 | 115 |  |
| Postal mail | 19 | 0 | 7 | 52 |  |

Lines: [backwards.csv](backwards.csv)

\## Texts and addresses

\### Characters

HubSpot takes 65,536 in a body as it is sent, which is HTML and may be longer.

| Text | Type | None | 1-50 | 51-200 | 201-500 | 501-2,000 | 2,001-10,000 | 10,001-65,536 | more | Longest | Its id |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| subject | Calls | 23 | 664 | 0 | 0 | 1 | 0 | 0 | 0 | 565 | 900018 |
| subject | E-mails | 24 | 725 | 0 | 0 | 0 | 0 | 0 | 0 | 42 | 100726 |
| subject | Meetings | 17 | 430 | 0 | 0 | 0 | 0 | 0 | 0 | 37 | 100242 |
| subject | Notes | 21 | 444 | 0 | 0 | 0 | 0 | 0 | 0 | 44 | 900011 |
| subject | Tasks | 22 | 413 | 0 | 0 | 0 | 0 | 0 | 0 | 36 | 100027 |
| subject | Communications | 11 | 150 | 0 | 0 | 0 | 0 | 0 | 0 | 38 | 101644 |
| subject | Postal mail | 4 | 74 | 0 | 0 | 0 | 0 | 0 | 0 | 34 | 102394 |
| note | Calls | 28 | 25 | 292 | 301 | 42 | 0 | 0 | 0 | 594 | 100545 |
| note | E-mails | 36 | 27 | 301 | 331 | 52 | 2 | 0 | 0 | 5,202 | 100970 |
| note | Meetings | 28 | 18 | 182 | 173 | 44 | 2 | 0 | 0 | 5,192 | 102415 |
| note | Notes | 22 | 17 | 179 | 212 | 33 | 1 | 0 | 1 | 67,536 | 103000 |
| note | Tasks | 26 | 19 | 179 | 185 | 24 | 2 | 0 | 0 | 5,203 | 101032 |
| note | Communications | 10 | 5 | 67 | 61 | 17 | 1 | 0 | 0 | 5,162 | 100650 |
| note | Postal mail | 2 | 1 | 27 | 36 | 12 | 0 | 0 | 0 | 627 | 102534 |
| email | Calls | 633 | 55 | 0 | 0 | 0 | 0 | 0 | 0 | 32 | 101112 |
| email | E-mails | 221 | 528 | 0 | 0 | 0 | 0 | 0 | 0 | 35 | 100138 |
| email | Meetings | 409 | 38 | 0 | 0 | 0 | 0 | 0 | 0 | 35 | 100691 |
| email | Notes | 425 | 40 | 0 | 0 | 0 | 0 | 0 | 0 | 34 | 102652 |
| email | Tasks | 402 | 33 | 0 | 0 | 0 | 0 | 0 | 0 | 33 | 100676 |
| email | Communications | 146 | 15 | 0 | 0 | 0 | 0 | 0 | 0 | 30 | 100963 |
| email | Postal mail | 72 | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 30 | 102846 |

Lines: [counts.csv](counts.csv)

\### Placeholder addresses

E-mails whose row names no sender or recipient go out with these. They are settings: put your own in.

| Property | Address | E-mails |
|---|---|---:|
| email\_from\_address | noreply&#64;company.com | 85 |
| email\_to\_address | info&#64;company.com | 88 |

Lines: [placeholders.csv](placeholders.csv)

\## Sample to check by eye

Ten communications a type, the odd ones first. Texts are shown by their length; `hubstage report --show-values` shows them.

\### Chosen

| Type | Id | Why it is here | File | Line |
|---|---:|---|---|---:|
| Calls | 900018 | flagged: TITLE\_CUT | communications.csv | 6375 |
| Calls | 100252 | leads to no HubSpot record | communications.csv | 504 |
| Calls | 101587 | neither subject nor note | communications.csv | 3273 |
| Calls | 100545 | the longest note | communications.csv | 1139 |
| Calls | 100001 | one of 2019-01 | communications.csv | 2 |
| Calls | 100151 | one of 2014-01 | communications.csv | 279 |
| Calls | 100193 | one of 2022-10 | communications.csv | 386 |
| Calls | 100258 | one of 2015-04 | communications.csv | 511 |
| Calls | 100311 | one of 2025-04 | communications.csv | 652 |
| Calls | 100458 | one of 2017-10 | communications.csv | 928 |
| E-mails | 100012 | left out: INVALID\_EMAIL | communications.csv | 20 |
| E-mails | 100299 | leads to no HubSpot record | communications.csv | 623 |
| E-mails | 100726 | the longest subject | communications.csv | 1513 |
| E-mails | 100970 | the longest note | communications.csv | 1980 |
| E-mails | 100064 | one of 2020-04 | communications.csv | 125 |
| E-mails | 100082 | one of 2016-07 | communications.csv | 156 |
| E-mails | 100096 | one of 2017-10 | communications.csv | 184 |
| E-mails | 100249 | one of 2015-04 | communications.csv | 501 |
| E-mails | 100339 | one of 2022-10 | communications.csv | 700 |
| E-mails | 100340 | one of 2025-05 | communications.csv | 701 |
| Meetings | 900005 | in error: the meeting ends before it starts | communications.csv | 6356 |
| Meetings | 100053 | leads to no HubSpot record | communications.csv | 99 |
| Meetings | 102191 | neither subject nor note | communications.csv | 4550 |
| Meetings | 100242 | the longest subject | communications.csv | 493 |
| Meetings | 102415 | the longest note | communications.csv | 5054 |
| Meetings | 100025 | one of 2020-04 | communications.csv | 40 |
| Meetings | 100043 | one of 2021-08 | communications.csv | 73 |
| Meetings | 100269 | one of 2022-11 | communications.csv | 533 |
| Meetings | 100449 | one of 2024-03 | communications.csv | 899 |
| Meetings | 100590 | one of 2025-05 | communications.csv | 1235 |
| Notes | 103000 | held: PROPERTY\_TOO\_LONG | communications.csv | 6351 |
| Notes | 100129 | leads to no HubSpot record | communications.csv | 243 |
| Notes | 100582 | the other rule set makes it another type | communications.csv | 1218 |
| Notes | 900011 | the longest subject | communications.csv | 6366 |
| Notes | 100079 | one of 2022-11 | communications.csv | 153 |
| Notes | 100108 | one of 2017-11 | communications.csv | 207 |
| Notes | 100222 | one of 2015-04 | communications.csv | 454 |
| Notes | 100380 | one of 2016-08 | communications.csv | 781 |
| Notes | 100562 | one of 2020-05 | communications.csv | 1169 |
| Notes | 100625 | one of 2019-02 | communications.csv | 1302 |
| Tasks | 100083 | leads to no HubSpot record | communications.csv | 157 |
| Tasks | 102941 | neither subject nor note | communications.csv | 6221 |
| Tasks | 100027 | the longest subject | communications.csv | 42 |
| Tasks | 101032 | the longest note | communications.csv | 2119 |
| Tasks | 100070 | one of 2016-09 | communications.csv | 143 |
| Tasks | 100161 | one of 2015-04 | communications.csv | 308 |
| Tasks | 100167 | one of 2019-04 | communications.csv | 320 |
| Tasks | 100412 | one of 2022-12 | communications.csv | 837 |
| Tasks | 100509 | one of 2021-08 | communications.csv | 1058 |
| Tasks | 100809 | one of 2018-01 | communications.csv | 1652 |
| Communications | 100278 | held: INVALID\_OPTION | communications.csv | 558 |
| Communications | 100630 | leads to no HubSpot record | communications.csv | 1307 |
| Communications | 101052 | neither subject nor note | communications.csv | 2150 |
| Communications | 100650 | the longest note | communications.csv | 1350 |
| Communications | 101644 | the longest subject | communications.csv | 3389 |
| Communications | 100094 | one of 2023-11 | communications.csv | 179 |
| Communications | 100406 | one of 2022-09 | communications.csv | 820 |
| Communications | 100476 | one of 2020-01 | communications.csv | 966 |
| Communications | 100709 | one of 2015-04 | communications.csv | 1480 |
| Communications | 101111 | one of 2021-06 | communications.csv | 2277 |
| Postal mail | 100887 | leads to no HubSpot record | communications.csv | 1807 |
| Postal mail | 102394 | the longest subject | communications.csv | 5013 |
| Postal mail | 102534 | the longest note | communications.csv | 5330 |
| Postal mail | 100334 | one of 2020-10 | communications.csv | 693 |
| Postal mail | 100384 | one of 2021-11 | communications.csv | 785 |
| Postal mail | 101148 | one of 2017-11 | communications.csv | 2346 |
| Postal mail | 101525 | one of 2024-08 | communications.csv | 3139 |
| Postal mail | 101783 | one of 2015-08 | communications.csv | 3677 |
| Postal mail | 101896 | one of 2016-09 | communications.csv | 3902 |
| Postal mail | 102101 | one of 2020-01 | communications.csv | 4347 |

The page and the .json show their source and derived values side by side.

\## Since the run before

\### What is different

This workspace keeps no result of an earlier run that differs from this one.

\## About this report

- as of 2025-11-14 00:00:00, UTC
- hubstage 0.1.0
- rule set plan, SHA-256 ...
- compared with the rule set sage

\### Inputs

| Kind | File | Rows | Bytes | SHA-256 | Ignored columns |
|---|---|---:|---:|---|---|
| contacts | contacts.csv | 611 | 125,095 | e71706dcda96afb4ecd730d19b8b48a19e05d030a67dc8e8de165a5b227fa6c7 |  |
| companies | companies.csv | 161 | 25,630 | dbc8f72990ecc4bf67b0501998b6bef755e6e5625537bdd5f4d96305685882ec |  |
| deals | deals.csv | 131 | 25,871 | df193d5be79bbd331fe0e6449284f5f15f56239b23f63a8b7febbbd620aa8446 |  |
| communications | communications.csv | 3,051 | 1,482,641 | e2461d70b86767f352005a591b0cd8cf77d0eebbfd7003953d46028294085e8c |  |

\### The lines behind the numbers

CSV files beside this report, safe to open in a spreadsheet.

| File | Holds | Lines |
|---|---|---:|
| rejected.csv | records that did not load | 11 |
| errors.csv | communications that their table refuses | 2 |
| held.csv | communications that are derived and not sent | 16 |
| left\_out.csv | values that are not sent | 9 |
| flagged.csv | values that are sent and want a look | 1 |
| orphans.csv | communications that lead to no HubSpot record | 88 |
| unresolved.csv | legacy ids without a HubSpot id | 19 |
| merged.csv | further rows of a communication | 17 |
| unrecognised.csv | communications whose codes no rule knows | 33 |
| placeholders.csv | e-mails with a placeholder address | 173 |
| backwards.csv | communications that end before they start | 2 |
| codes.csv | every pair of type and action, and what it becomes | 300 |
| words.csv | every word of the code columns, per type | 304 |
| months.csv | communications by month and type | 882 |
| counts.csv | every count by type of hours, associations, values, ends and lengths, with the first id of each | 255 |


# It wants a workspace with rows
$ hubstage report --out nowhere
! hubstage: report: nowhere: no workspace there; `hubstage run` makes one
[exit 6]

$ hubstage init -q --out empty >/dev/null && hubstage report --out empty
! hubstage: report: load has to be done first: `hubstage load`
[exit 2]

# The same as .json: every element of every array but the months and the sample, which follow
$ sqlite3 :memory: "SELECT d.key || ' ' || e.value FROM json_each(CAST(readfile('demo/report/data_quality_report.json') AS TEXT)) d, json_each(d.value) e WHERE d.type = 'array' AND d.key NOT IN ('months', 'sample', 'inputs')"
gates {"name":"setup_tables","checkpoint":"set-up","title":"tables of the schema","value":8.0,"comparison":"=","threshold":8,"unit":"tables","level":"gate","passed":true}
gates {"name":"setup_indexes","checkpoint":"set-up","title":"named indexes","value":66.0,"comparison":"=","threshold":66,"unit":"indexes","level":"gate","passed":true}
gates {"name":"setup_constraints","checkpoint":"set-up","title":"foreign keys, unique indexes and checks","value":88.0,"comparison":"=","threshold":88,"unit":"constraints","level":"gate","passed":true}
gates {"name":"setup_views","checkpoint":"set-up","title":"views that can be queried","value":9.0,"comparison":"=","threshold":9,"unit":"views","level":"gate","passed":true}
gates {"name":"setup_classification","checkpoint":"set-up","title":"classification probes that get another activity","value":0.0,"comparison":"=","threshold":0,"unit":"probes","level":"gate","passed":true}
gates {"name":"load_accounting","checkpoint":"load","title":"records neither loaded nor merged, replaced or rejected","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"load_required","checkpoint":"load","title":"rows without a required column","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"load_types","checkpoint":"load","title":"rows of an unknown activity type","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"load_types_empty","checkpoint":"load","title":"activity types without a row","value":0.0,"comparison":"=","threshold":0,"unit":"types","level":"warning","passed":true}
gates {"name":"load_types_share","checkpoint":"load","title":"share of the largest activity type","value":24.7767118756202,"comparison":"<=","threshold":90.0,"unit":"%","level":"warning","passed":true}
gates {"name":"load_date_order","checkpoint":"load","title":"actions most of whose rows end before they start","value":null,"comparison":"=","threshold":0,"unit":"actions","level":"warning","passed":true}
gates {"name":"load_unrecognised","checkpoint":"load","title":"rows that no rule recognised","value":33.0,"comparison":"=","threshold":0,"unit":"rows","level":"warning","passed":false,"evidence":[{"comm_type":"??","activity_type":"notes","row_count":4},{"comm_type":"Courrier","activity_type":"notes","row_count":3},{"comm_type":"Fax","activity_type":"notes","row_count":3},{"comm_type":"email message","activity_type":"notes","row_count":3},{"comm_type":"n/a","activity_type":"notes","row_count":3},{"comm_type":"task/todo","activity_type":"notes","row_count":3},{"comm_type":"Appel","activity_type":"notes","row_count":2},{"comm_type":"Autre","activity_type":"notes","row_count":2},{"comm_type":"Visio","activity_type":"notes","row_count":2},{"comm_type":"mail","activity_type":"notes","row_count":2},{"comm_type":"Meeting (internal)","activity_type":"notes","row_count":1},{"comm_type":"Phone Call","activity_type":"notes","row_count":1},{"comm_type":"RDV","activity_type":"notes","row_count":1},{"comm_type":"R\u00E9union","activity_type":"notes","row_count":1},{"comm_type":"Web Form","activity_type":"notes","row_count":1},{"comm_type":"phone call","activity_type":"notes","row_count":1}]}
gates {"name":"resolution_contact","checkpoint":"resolution","title":"persons resolved to a contact","value":97.3684210526316,"comparison":">","threshold":95.0,"unit":"%","level":"gate","passed":true}
gates {"name":"resolution_company","checkpoint":"resolution","title":"companies resolved","value":97.8486055776892,"comparison":">","threshold":95.0,"unit":"%","level":"gate","passed":true}
gates {"name":"resolution_deal","checkpoint":"resolution","title":"opportunities resolved to a deal","value":98.4782608695652,"comparison":">","threshold":95.0,"unit":"%","level":"gate","passed":true}
gates {"name":"resolution_orphans","checkpoint":"resolution","title":"communications whose own references resolve to nothing","value":2.94409526959974,"comparison":"<","threshold":5.0,"unit":"%","level":"gate","passed":true}
gates {"name":"resolution_logged","checkpoint":"resolution","title":"unresolved references that the log does not have","value":0.0,"comparison":"=","threshold":0,"unit":"references","level":"gate","passed":true}
gates {"name":"derivation_coverage","checkpoint":"derivation","title":"rows missing from their table, or in a wrong one","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"derivation_required_calls","checkpoint":"derivation","title":"calls with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_emails","checkpoint":"derivation","title":"emails with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_meetings","checkpoint":"derivation","title":"meetings with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_notes","checkpoint":"derivation","title":"notes with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_tasks","checkpoint":"derivation","title":"tasks with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_communications","checkpoint":"derivation","title":"communications with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_required_postal_mail","checkpoint":"derivation","title":"postal mail with their required columns filled","value":100.0,"comparison":">","threshold":99.0,"unit":"%","level":"gate","passed":true}
gates {"name":"derivation_date_logic","checkpoint":"derivation","title":"meetings that end before they start","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"derivation_enums","checkpoint":"derivation","title":"rows with a value outside its list","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"payloads_missing","checkpoint":"payloads","title":"derived rows without a payload","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"payloads_json","checkpoint":"payloads","title":"payloads that are no JSON","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
gates {"name":"payloads_shape","checkpoint":"payloads","title":"payloads not in HubSpot's shape","value":0.0,"comparison":"=","threshold":0,"unit":"rows","level":"gate","passed":true}
steps {"step":"init","state":"done"}
steps {"step":"load","state":"done"}
steps {"step":"resolve","state":"done"}
steps {"step":"derive","state":"done"}
steps {"step":"validate","state":"done"}
steps {"step":"payloads","state":"done"}
activities {"activity":"calls","rows":688,"share_pct":22.76,"derived":688,"skipped":0,"error":0,"new":688,"changed":0,"unchanged":0,"held":0,"with_contact":545,"with_company":577,"with_deal":107,"with_nothing":16,"orphans":15,"first_month":"2014-01","last_month":"2026-06"}
activities {"activity":"emails","rows":749,"share_pct":24.78,"derived":749,"skipped":0,"error":0,"new":749,"changed":0,"unchanged":0,"held":0,"with_contact":612,"with_company":593,"with_deal":102,"with_nothing":22,"orphans":22,"first_month":"2014-01","last_month":"2026-06"}
activities {"activity":"meetings","rows":447,"share_pct":14.79,"derived":445,"skipped":0,"error":2,"new":445,"changed":0,"unchanged":0,"held":0,"with_contact":352,"with_company":362,"with_deal":66,"with_nothing":16,"orphans":16,"first_month":"2014-01","last_month":"2026-06"}
activities {"activity":"notes","rows":465,"share_pct":15.38,"derived":465,"skipped":0,"error":0,"new":464,"changed":0,"unchanged":0,"held":1,"with_contact":365,"with_company":373,"with_deal":66,"with_nothing":17,"orphans":17,"first_month":"2014-01","last_month":"2026-06"}
activities {"activity":"tasks","rows":435,"share_pct":14.39,"derived":435,"skipped":0,"error":0,"new":435,"changed":0,"unchanged":0,"held":0,"with_contact":343,"with_company":355,"with_deal":81,"with_nothing":12,"orphans":12,"first_month":"2014-01","last_month":"2026-06"}
activities {"activity":"communications","rows":161,"share_pct":5.33,"derived":161,"skipped":0,"error":0,"new":146,"changed":0,"unchanged":0,"held":15,"with_contact":128,"with_company":133,"with_deal":23,"with_nothing":2,"orphans":2,"first_month":"2014-02","last_month":"2026-06"}
activities {"activity":"postal_mail","rows":78,"share_pct":2.58,"derived":78,"skipped":0,"error":0,"new":78,"changed":0,"unchanged":0,"held":0,"with_contact":60,"with_company":63,"with_deal":8,"with_nothing":4,"orphans":4,"first_month":"2014-01","last_month":"2026-04"}
associations {"activity":"calls","associated_with":"deal","rows":1}
associations {"activity":"calls","associated_with":"contact, deal","rows":7}
associations {"activity":"calls","associated_with":"contact, company, deal","rows":79}
associations {"activity":"calls","associated_with":"contact, company","rows":372}
associations {"activity":"calls","associated_with":"contact","rows":87}
associations {"activity":"calls","associated_with":"company, deal","rows":20}
associations {"activity":"calls","associated_with":"company","rows":106}
associations {"activity":"calls","associated_with":"nothing","rows":16}
associations {"activity":"emails","associated_with":"contact, deal","rows":20}
associations {"activity":"emails","associated_with":"contact, company, deal","rows":62}
associations {"activity":"emails","associated_with":"contact, company","rows":416}
associations {"activity":"emails","associated_with":"contact","rows":114}
associations {"activity":"emails","associated_with":"company, deal","rows":20}
associations {"activity":"emails","associated_with":"company","rows":95}
associations {"activity":"emails","associated_with":"nothing","rows":22}
associations {"activity":"meetings","associated_with":"contact, deal","rows":14}
associations {"activity":"meetings","associated_with":"contact, company, deal","rows":40}
associations {"activity":"meetings","associated_with":"contact, company","rows":243}
associations {"activity":"meetings","associated_with":"contact","rows":55}
associations {"activity":"meetings","associated_with":"company, deal","rows":12}
associations {"activity":"meetings","associated_with":"company","rows":67}
associations {"activity":"meetings","associated_with":"nothing","rows":16}
associations {"activity":"notes","associated_with":"deal","rows":1}
associations {"activity":"notes","associated_with":"contact, deal","rows":8}
associations {"activity":"notes","associated_with":"contact, company, deal","rows":45}
associations {"activity":"notes","associated_with":"contact, company","rows":246}
associations {"activity":"notes","associated_with":"contact","rows":66}
associations {"activity":"notes","associated_with":"company, deal","rows":12}
associations {"activity":"notes","associated_with":"company","rows":70}
associations {"activity":"notes","associated_with":"nothing","rows":17}
associations {"activity":"tasks","associated_with":"contact, deal","rows":17}
associations {"activity":"tasks","associated_with":"contact, company, deal","rows":48}
associations {"activity":"tasks","associated_with":"contact, company","rows":227}
associations {"activity":"tasks","associated_with":"contact","rows":51}
associations {"activity":"tasks","associated_with":"company, deal","rows":16}
associations {"activity":"tasks","associated_with":"company","rows":64}
associations {"activity":"tasks","associated_with":"nothing","rows":12}
associations {"activity":"communications","associated_with":"contact, deal","rows":1}
associations {"activity":"communications","associated_with":"contact, company, deal","rows":16}
associations {"activity":"communications","associated_with":"contact, company","rows":86}
associations {"activity":"communications","associated_with":"contact","rows":25}
associations {"activity":"communications","associated_with":"company, deal","rows":6}
associations {"activity":"communications","associated_with":"company","rows":25}
associations {"activity":"communications","associated_with":"nothing","rows":2}
associations {"activity":"postal_mail","associated_with":"contact, company, deal","rows":6}
associations {"activity":"postal_mail","associated_with":"contact, company","rows":43}
associations {"activity":"postal_mail","associated_with":"contact","rows":11}
associations {"activity":"postal_mail","associated_with":"company, deal","rows":2}
associations {"activity":"postal_mail","associated_with":"company","rows":12}
associations {"activity":"postal_mail","associated_with":"nothing","rows":4}
values {"activity":"calls","property":"call_status","value":"COMPLETED","rows":341}
values {"activity":"calls","property":"call_status","value":"NO_ANSWER","rows":126}
values {"activity":"calls","property":"call_status","value":"RINGING","rows":60}
values {"activity":"calls","property":"call_status","value":"FAILED","rows":45}
values {"activity":"calls","property":"call_status","value":"BUSY","rows":44}
values {"activity":"calls","property":"call_status","value":"IN_PROGRESS","rows":41}
values {"activity":"calls","property":"call_status","value":"CANCELED","rows":31}
values {"activity":"calls","property":"call_direction","value":"INBOUND","rows":373}
values {"activity":"calls","property":"call_direction","value":"OUTBOUND","rows":315}
values {"activity":"emails","property":"email_send_status","value":"SENT","rows":444}
values {"activity":"emails","property":"email_send_status","value":"FAILED","rows":136}
values {"activity":"emails","property":"email_send_status","value":"SCHEDULED","rows":123}
values {"activity":"emails","property":"email_send_status","value":"SENDING","rows":46}
values {"activity":"emails","property":"email_direction","value":"OUTGOING","rows":519}
values {"activity":"emails","property":"email_direction","value":"INCOMING","rows":230}
values {"activity":"meetings","property":"meeting_outcome","value":"COMPLETED","rows":199}
values {"activity":"meetings","property":"meeting_outcome","value":"SCHEDULED","rows":94}
values {"activity":"meetings","property":"meeting_outcome","value":"CANCELLED","rows":69}
values {"activity":"meetings","property":"meeting_outcome","value":"RESCHEDULED","rows":51}
values {"activity":"meetings","property":"meeting_outcome","value":"NO_SHOW","rows":32}
values {"activity":"tasks","property":"task_status","value":"COMPLETED","rows":133}
values {"activity":"tasks","property":"task_status","value":"NOT_STARTED","rows":124}
values {"activity":"tasks","property":"task_status","value":"IN_PROGRESS","rows":72}
values {"activity":"tasks","property":"task_status","value":"WAITING","rows":59}
values {"activity":"tasks","property":"task_status","value":"DEFERRED","rows":47}
values {"activity":"tasks","property":"task_priority","value":"MEDIUM","rows":229}
values {"activity":"tasks","property":"task_priority","value":"HIGH","rows":127}
values {"activity":"tasks","property":"task_priority","value":"LOW","rows":79}
values {"activity":"tasks","property":"source_type","value":"task","rows":384}
values {"activity":"tasks","property":"source_type","value":"case","rows":51}
values {"activity":"tasks","property":"is_overdue","value":"overdue","rows":284}
values {"activity":"tasks","property":"is_overdue","value":"not overdue","rows":151}
values {"activity":"communications","property":"channel_type","value":"SMS","rows":67}
values {"activity":"communications","property":"channel_type","value":"LINKEDIN_MESSAGE","rows":43}
values {"activity":"communications","property":"channel_type","value":"WHATS_APP","rows":36}
values {"activity":"communications","property":"channel_type","value":"CUSTOM","rows":15}
defaults {"activity":"calls","property":"call_direction","value":"OUTBOUND","why":"no comm_action","rows":97,"first_id":100044}
defaults {"activity":"calls","property":"call_direction","value":"OUTBOUND","why":"comm_action is 'outgoing'","rows":80,"first_id":100100}
defaults {"activity":"calls","property":"call_direction","value":"OUTBOUND","why":"comm_action is 'Out'","rows":70,"first_id":100001}
defaults {"activity":"calls","property":"call_direction","value":"OUTBOUND","why":"comm_action is 'Outbound'","rows":68,"first_id":100020}
defaults {"activity":"calls","property":"call_status","value":"COMPLETED","why":"comm_status is 'Left voicemail'","rows":52,"first_id":100048}
defaults {"activity":"calls","property":"call_status","value":"COMPLETED","why":"comm_status is 'Complete'","rows":44,"first_id":100031}
defaults {"activity":"calls","property":"call_status","value":"COMPLETED","why":"no comm_status","rows":39,"first_id":100001}
defaults {"activity":"calls","property":"call_title","value":"Call - and the name","why":"no subject","rows":23,"first_id":100199}
defaults {"activity":"emails","property":"email_direction","value":"OUTGOING","why":"comm_action is 'EmailOut'","rows":89,"first_id":100051}
defaults {"activity":"emails","property":"email_direction","value":"OUTGOING","why":"no comm_action","rows":84,"first_id":100028}
defaults {"activity":"emails","property":"email_send_status","value":"SENT","why":"comm_status is 'Read'","rows":68,"first_id":100076}
defaults {"activity":"emails","property":"email_send_status","value":"SENT","why":"no comm_status","rows":57,"first_id":100012}
defaults {"activity":"emails","property":"email_subject","value":"Email - No Subject","why":"no subject","rows":24,"first_id":100078}
defaults {"activity":"emails","property":"email_from_address","value":"the placeholder","why":"no sender's address","rows":85,"first_id":100071}
defaults {"activity":"emails","property":"email_to_address","value":"the placeholder","why":"no recipient's address","rows":88,"first_id":100028}
defaults {"activity":"meetings","property":"meeting_outcome","value":"COMPLETED","why":"no comm_status","rows":34,"first_id":100116}
defaults {"activity":"meetings","property":"meeting_outcome","value":"COMPLETED","why":"comm_status is 'Held'","rows":33,"first_id":100043}
defaults {"activity":"meetings","property":"meeting_outcome","value":"COMPLETED","why":"comm_status is 'no  show'","rows":32,"first_id":100176}
defaults {"activity":"meetings","property":"meeting_name","value":"Meeting with and the name","why":"no subject","rows":17,"first_id":100177}
defaults {"activity":"meetings","property":"meeting_end_time","value":"one hour after the start","why":"no end","rows":107,"first_id":100053}
defaults {"activity":"tasks","property":"task_status","value":"NOT_STARTED","why":"no comm_status","rows":53,"first_id":100016}
defaults {"activity":"tasks","property":"task_status","value":"NOT_STARTED","why":"comm_status is 'Not Started'","rows":36,"first_id":100027}
defaults {"activity":"tasks","property":"task_status","value":"NOT_STARTED","why":"comm_status is 'Open'","rows":35,"first_id":100152}
defaults {"activity":"tasks","property":"task_priority","value":"MEDIUM","why":"no comm_priority","rows":50,"first_id":100142}
defaults {"activity":"tasks","property":"task_priority","value":"MEDIUM","why":"comm_priority is 'Moyenne'","rows":21,"first_id":100027}
defaults {"activity":"tasks","property":"task_title","value":"Task - and the name","why":"no subject","rows":22,"first_id":100033}
defaults {"activity":"tasks","property":"due_date","value":"one day after the start","why":"no end","rows":95,"first_id":100009}
defaults {"activity":"communications","property":"channel_type","value":"CUSTOM","why":"comm_type is 'Message'","rows":14,"first_id":100278}
defaults {"activity":"communications","property":"channel_type","value":"CUSTOM","why":"comm_type is 'message'","rows":1,"first_id":900008}
defaults {"activity":"communications","property":"communication_body","value":"Message","why":"no subject and no note","rows":1,"first_id":101052}
findings {"kind":"error","activity":"meetings","code":"the meeting ends before it starts","property":null,"rows":2,"first_id":900005,"list":"errors.csv"}
findings {"kind":"flagged","activity":"calls","code":"TITLE_CUT","property":"call_title","rows":1,"first_id":900018,"list":"flagged.csv"}
findings {"kind":"held","activity":"communications","code":"INVALID_OPTION","property":"hs_communication_channel_type","rows":15,"first_id":100278,"list":"held.csv"}
findings {"kind":"held","activity":"notes","code":"PROPERTY_TOO_LONG","property":"hs_note_body","rows":1,"first_id":103000,"list":"held.csv"}
findings {"kind":"left_out","activity":"emails","code":"INVALID_EMAIL","property":"email_to_address","rows":5,"first_id":100012,"list":"left_out.csv"}
findings {"kind":"left_out","activity":"emails","code":"INVALID_EMAIL","property":"email_from_address","rows":4,"first_id":100855,"list":"left_out.csv"}
unrecognised {"comm_type":"??","activity":"notes","rows":4,"spellings":1,"first_id":100359}
unrecognised {"comm_type":"Courrier","activity":"notes","rows":3,"spellings":1,"first_id":100259}
unrecognised {"comm_type":"email message","activity":"notes","rows":3,"spellings":1,"first_id":100925}
unrecognised {"comm_type":"Fax","activity":"notes","rows":3,"spellings":1,"first_id":101482}
unrecognised {"comm_type":"n/a","activity":"notes","rows":3,"spellings":1,"first_id":100582}
unrecognised {"comm_type":"task/todo","activity":"notes","rows":3,"spellings":1,"first_id":102399}
unrecognised {"comm_type":"Appel","activity":"notes","rows":2,"spellings":1,"first_id":100660}
unrecognised {"comm_type":"Autre","activity":"notes","rows":2,"spellings":1,"first_id":100474}
unrecognised {"comm_type":"mail","activity":"notes","rows":2,"spellings":1,"first_id":101202}
unrecognised {"comm_type":"Phone Call","activity":"notes","rows":2,"spellings":2,"first_id":102459}
unrecognised {"comm_type":"Visio","activity":"notes","rows":2,"spellings":1,"first_id":102140}
unrecognised {"comm_type":"Meeting (internal)","activity":"notes","rows":1,"spellings":1,"first_id":101121}
unrecognised {"comm_type":"RDV","activity":"notes","rows":1,"spellings":1,"first_id":102514}
unrecognised {"comm_type":"R\u00E9union","activity":"notes","rows":1,"spellings":1,"first_id":900022}
unrecognised {"comm_type":"Web Form","activity":"notes","rows":1,"spellings":1,"first_id":100114}
moves {"activity":"notes","other_activity":"meetings","rows":2,"by_rule":2,"pairs":2,"first_id":100582}
moves {"activity":"notes","other_activity":"tasks","rows":1,"by_rule":1,"pairs":1,"first_id":101121}
moves {"activity":"calls","other_activity":"notes","rows":688,"by_rule":0,"pairs":99,"first_id":100001}
moves {"activity":"meetings","other_activity":"notes","rows":254,"by_rule":0,"pairs":14,"first_id":100003}
moves {"activity":"tasks","other_activity":"notes","rows":219,"by_rule":0,"pairs":18,"first_id":100005}
moves {"activity":"emails","other_activity":"notes","rows":163,"by_rule":0,"pairs":16,"first_id":100060}
moves {"activity":"communications","other_activity":"notes","rows":161,"by_rule":0,"pairs":25,"first_id":100006}
moves {"activity":"postal_mail","other_activity":"notes","rows":52,"by_rule":0,"pairs":8,"first_id":100007}
codes {"comm_type":"Courrier","comm_action":"Meeting","activity":"notes","other_activity":"meetings","other_reason":"the action says a meeting","rows":1,"first_id":102636,"differs":1}
codes {"comm_type":"Meeting (internal)","comm_action":"ToDo","activity":"notes","other_activity":"tasks","other_reason":"the action says a task","rows":1,"first_id":101121,"differs":1}
codes {"comm_type":"n/a","comm_action":"Meeting","activity":"notes","other_activity":"meetings","other_reason":"the action says a meeting","rows":1,"first_id":100582,"differs":1}
codes {"comm_type":"Note","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":81,"first_id":100045,"differs":0}
codes {"comm_type":"Email","comm_action":"Outgoing","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":47,"first_id":100012,"differs":0}
codes {"comm_type":"Meeting","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":41,"first_id":100099,"differs":1}
codes {"comm_type":"Task","comm_action":null,"activity":"tasks","other_activity":"tasks","other_reason":"no action that a rule knows, and the type says a task","rows":41,"first_id":100011,"differs":0}
codes {"comm_type":"Note","comm_action":"Note","activity":"notes","other_activity":"notes","other_reason":"the action says a note","rows":40,"first_id":100022,"differs":0}
codes {"comm_type":"Annotation","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":38,"first_id":100058,"differs":0}
codes {"comm_type":"Email","comm_action":"EmailOut","activity":"emails","other_activity":"emails","other_reason":"the action says an e-mail that was sent","rows":38,"first_id":100117,"differs":0}
codes {"comm_type":"Memo","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":37,"first_id":100010,"differs":0}
codes {"comm_type":"NOTE","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":36,"first_id":100066,"differs":0}
codes {"comm_type":"Email","comm_action":"Sent","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":34,"first_id":100136,"differs":0}
codes {"comm_type":"note","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":33,"first_id":100144,"differs":0}
codes {"comm_type":"Email","comm_action":"Outbound","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":32,"first_id":100035,"differs":0}
codes {"comm_type":"appointment","comm_action":null,"activity":"meetings","other_activity":"meetings","other_reason":"no action that a rule knows, and the type says an appointment","rows":31,"first_id":100029,"differs":0}
codes {"comm_type":"Email","comm_action":null,"activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":30,"first_id":100028,"differs":0}
codes {"comm_type":"Comment","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":29,"first_id":100062,"differs":0}
codes {"comm_type":"Email","comm_action":"Received","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":28,"first_id":100261,"differs":0}
codes {"comm_type":"Email","comm_action":"out","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":27,"first_id":100124,"differs":0}
codes {"comm_type":"ToDo","comm_action":null,"activity":"tasks","other_activity":"notes","other_reason":"held: no rule for these codes","rows":27,"first_id":100016,"differs":1}
codes {"comm_type":"Visit","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":27,"first_id":100046,"differs":1}
codes {"comm_type":"Email","comm_action":"inbound","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":26,"first_id":100021,"differs":0}
codes {"comm_type":"Presentation","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":26,"first_id":100116,"differs":1}
codes {"comm_type":"Action","comm_action":null,"activity":"tasks","other_activity":"notes","other_reason":"held: no rule for these codes","rows":25,"first_id":100152,"differs":1}
codes {"comm_type":"Meeting","comm_action":"Visit","activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":25,"first_id":100166,"differs":1}
codes {"comm_type":"to-do","comm_action":null,"activity":"tasks","other_activity":"notes","other_reason":"held: no rule for these codes","rows":25,"first_id":100090,"differs":1}
codes {"comm_type":"Appointment","comm_action":null,"activity":"meetings","other_activity":"meetings","other_reason":"no action that a rule knows, and the type says an appointment","rows":24,"first_id":100025,"differs":0}
codes {"comm_type":"Case","comm_action":null,"activity":"notes","other_activity":"notes","other_reason":"held: no rule for these codes","rows":24,"first_id":100068,"differs":0}
codes {"comm_type":"task","comm_action":null,"activity":"tasks","other_activity":"tasks","other_reason":"no action that a rule knows, and the type says a task","rows":24,"first_id":100182,"differs":0}
codes {"comm_type":"Comment","comm_action":"Note","activity":"notes","other_activity":"notes","other_reason":"the action says a note","rows":23,"first_id":100150,"differs":0}
codes {"comm_type":"Demo","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":23,"first_id":100157,"differs":1}
codes {"comm_type":"MEETING","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":23,"first_id":100038,"differs":1}
codes {"comm_type":"Email","comm_action":"Incoming","activity":"emails","other_activity":"emails","other_reason":"held: the type says an e-mail, and no action that a rule knows says which way it went","rows":22,"first_id":100072,"differs":0}
codes {"comm_type":"FollowUp","comm_action":null,"activity":"tasks","other_activity":"notes","other_reason":"held: no rule for these codes","rows":21,"first_id":100009,"differs":1}
codes {"comm_type":"Meeting","comm_action":"Meeting","activity":"meetings","other_activity":"meetings","other_reason":"the action says a meeting","rows":21,"first_id":100143,"differs":0}
codes {"comm_type":"Annotation","comm_action":"Note","activity":"notes","other_activity":"notes","other_reason":"the action says a note","rows":20,"first_id":100004,"differs":0}
codes {"comm_type":"Call","comm_action":null,"activity":"calls","other_activity":"notes","other_reason":"held: no rule for these codes","rows":20,"first_id":100044,"differs":1}
codes {"comm_type":"meeting","comm_action":null,"activity":"meetings","other_activity":"notes","other_reason":"held: no rule for these codes","rows":19,"first_id":100003,"differs":1}
codes {"comm_type":"Appointment","comm_action":"Visit","activity":"meetings","other_activity":"meetings","other_reason":"no action that a rule knows, and the type says an appointment","rows":18,"first_id":100331,"differs":0}
resolution {"entity":"contact","referring":2470,"resolved":2405,"unresolved":65,"resolved_pct":97.37,"threshold_pct":95.0,"unresolved_ids":12}
resolution {"entity":"company","referring":2510,"resolved":2456,"unresolved":54,"resolved_pct":97.85,"threshold_pct":95.0,"unresolved_ids":4}
resolution {"entity":"deal","referring":460,"resolved":453,"unresolved":7,"resolved_pct":98.48,"threshold_pct":95.0,"unresolved_ids":3}
unresolved {"entity":"contact","legacy_id":5385,"rows":9,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5077,"rows":8,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5261,"rows":7,"reason":"absent from the contact mapping"}
unresolved {"entity":"contact","legacy_id":5454,"rows":7,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5008,"rows":6,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5165,"rows":6,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5212,"rows":6,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5404,"rows":5,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5317,"rows":4,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"contact","legacy_id":5507,"rows":3,"reason":"present in the contact mapping without a HubSpot id"}
unresolved {"entity":"company","legacy_id":883,"rows":21,"reason":"absent from the company mapping"}
unresolved {"entity":"company","legacy_id":909,"rows":16,"reason":"present in the company mapping without a HubSpot id"}
unresolved {"entity":"company","legacy_id":958,"rows":15,"reason":"present in the company mapping without a HubSpot id"}
unresolved {"entity":"company","legacy_id":808,"rows":2,"reason":"present in the company mapping without a HubSpot id"}
unresolved {"entity":"deal","legacy_id":308,"rows":3,"reason":"present in the deal mapping without a HubSpot id"}
unresolved {"entity":"deal","legacy_id":390,"rows":3,"reason":"present in the deal mapping without a HubSpot id"}
unresolved {"entity":"deal","legacy_id":416,"rows":1,"reason":"absent from the deal mapping"}
orphans {"year":"2014","activity":"calls","rows":1,"first_id":101758}
orphans {"year":"2014","activity":"emails","rows":2,"first_id":101208}
orphans {"year":"2014","activity":"meetings","rows":3,"first_id":100762}
orphans {"year":"2014","activity":"notes","rows":1,"first_id":102015}
orphans {"year":"2014","activity":"tasks","rows":2,"first_id":101381}
orphans {"year":"2015","activity":"emails","rows":1,"first_id":100299}
orphans {"year":"2015","activity":"meetings","rows":1,"first_id":100717}
orphans {"year":"2015","activity":"notes","rows":3,"first_id":100818}
orphans {"year":"2015","activity":"tasks","rows":2,"first_id":101013}
orphans {"year":"2016","activity":"calls","rows":1,"first_id":101697}
orphans {"year":"2016","activity":"emails","rows":1,"first_id":100427}
orphans {"year":"2016","activity":"meetings","rows":2,"first_id":101434}
orphans {"year":"2016","activity":"notes","rows":1,"first_id":100181}
orphans {"year":"2017","activity":"calls","rows":1,"first_id":102447}
orphans {"year":"2017","activity":"emails","rows":2,"first_id":101188}
orphans {"year":"2017","activity":"meetings","rows":1,"first_id":102907}
orphans {"year":"2017","activity":"notes","rows":1,"first_id":100327}
orphans {"year":"2017","activity":"tasks","rows":1,"first_id":102266}
orphans {"year":"2018","activity":"calls","rows":1,"first_id":101636}
orphans {"year":"2018","activity":"emails","rows":2,"first_id":100845}
orphans {"year":"2018","activity":"notes","rows":1,"first_id":101569}
orphans {"year":"2018","activity":"tasks","rows":2,"first_id":100215}
orphans {"year":"2019","activity":"calls","rows":5,"first_id":101158}
orphans {"year":"2019","activity":"emails","rows":3,"first_id":101062}
orphans {"year":"2019","activity":"meetings","rows":1,"first_id":102697}
orphans {"year":"2019","activity":"notes","rows":2,"first_id":101617}
orphans {"year":"2019","activity":"tasks","rows":1,"first_id":102160}
orphans {"year":"2019","activity":"postal_mail","rows":1,"first_id":101917}
orphans {"year":"2020","activity":"calls","rows":1,"first_id":102329}
orphans {"year":"2020","activity":"emails","rows":1,"first_id":101489}
orphans {"year":"2020","activity":"meetings","rows":2,"first_id":100784}
orphans {"year":"2020","activity":"notes","rows":2,"first_id":100562}
orphans {"year":"2020","activity":"postal_mail","rows":2,"first_id":100887}
orphans {"year":"2021","activity":"calls","rows":2,"first_id":100467}
orphans {"year":"2021","activity":"emails","rows":3,"first_id":100990}
orphans {"year":"2021","activity":"meetings","rows":1,"first_id":101270}
orphans {"year":"2021","activity":"notes","rows":2,"first_id":101532}
orphans {"year":"2021","activity":"tasks","rows":1,"first_id":101838}
orphans {"year":"2022","activity":"calls","rows":1,"first_id":100367}
orphans {"year":"2022","activity":"emails","rows":3,"first_id":100392}
orphans {"year":"2022","activity":"meetings","rows":3,"first_id":100053}
orphans {"year":"2022","activity":"notes","rows":1,"first_id":100681}
orphans {"year":"2022","activity":"tasks","rows":1,"first_id":100933}
orphans {"year":"2022","activity":"communications","rows":1,"first_id":100630}
orphans {"year":"2023","activity":"calls","rows":1,"first_id":101707}
orphans {"year":"2023","activity":"emails","rows":3,"first_id":101334}
orphans {"year":"2023","activity":"meetings","rows":1,"first_id":100482}
orphans {"year":"2023","activity":"tasks","rows":1,"first_id":102835}
orphans {"year":"2023","activity":"communications","rows":1,"first_id":100940}
orphans {"year":"2024","activity":"calls","rows":1,"first_id":100252}
orphans {"year":"2024","activity":"notes","rows":1,"first_id":100129}
orphans {"year":"2024","activity":"tasks","rows":1,"first_id":100083}
orphans {"year":"2024","activity":"postal_mail","rows":1,"first_id":102638}
orphans {"year":"2025","activity":"emails","rows":1,"first_id":101072}
orphans {"year":"2025","activity":"meetings","rows":1,"first_id":100521}
orphans {"year":"2025","activity":"notes","rows":2,"first_id":102217}
rejects {"code":"DUPLICATE_RECORD_ID","column_name":"Comm_CommunicationId","rows":3,"first_lines":"communications.csv:4769, communications.csv:5969, communications.csv:6383","example":"'102295' is already the id of line 4766, whose content differs"}
rejects {"code":"INCORRECT_NUMBER_OF_COLUMNS","column_name":null,"rows":2,"first_lines":"communications.csv:6390, communications.csv:6391","example":"21 columns, the header has 22; the record stands in rejects.raw"}
rejects {"code":"COLUMN_TOO_LARGE","column_name":"Person_FirstName","rows":1,"first_lines":"communications.csv:6388","example":"201 characters, at most 200 are allowed"}
rejects {"code":"COULD_NOT_PARSE_DATE","column_name":"Comm_CreatedDate","rows":1,"first_lines":"communications.csv:6385","example":"'yesterday' is not a date"}
rejects {"code":"COULD_NOT_PARSE_DATE","column_name":"Comm_DateTime","rows":1,"first_lines":"communications.csv:6384","example":"'2024-02-30 10:00:00' is not a date"}
rejects {"code":"COULD_NOT_PARSE_NUMBER","column_name":"Comm_OpportunityId","rows":1,"first_lines":"communications.csv:6386","example":"'n.c.' is not a whole number"}
rejects {"code":"INVALID_NUMBER_SIZE","column_name":"Person_Id","rows":1,"first_lines":"communications.csv:6387","example":"'2147483648' is outside -2147483648 to 2147483647"}
rejects {"code":"MISSING_REQUIRED_PROPERTY","column_name":"Comm_Type","rows":1,"first_lines":"communications.csv:6389","example":"has no value, and every row needs one"}
merges {"position":1,"what":"further rows of a communication, another person or company","rows":13,"list":"merged.csv"}
merges {"position":2,"what":"the same row again","rows":4,"list":"merged.csv"}
merges {"position":3,"what":"same id, other content: rejected","rows":3,"list":"rejected.csv"}
merges {"position":4,"what":"replaced by a later file","rows":0,"list":"replaced.csv"}
merges {"position":5,"what":"legacy ids with two HubSpot ids: neither is used","rows":0,"list":"ambiguous.csv"}
hours {"activity":"calls","hour":0,"rows":18}
hours {"activity":"calls","hour":8,"rows":64}
hours {"activity":"calls","hour":9,"rows":76}
hours {"activity":"calls","hour":10,"rows":67}
hours {"activity":"calls","hour":11,"rows":64}
hours {"activity":"calls","hour":12,"rows":62}
hours {"activity":"calls","hour":13,"rows":66}
hours {"activity":"calls","hour":14,"rows":66}
hours {"activity":"calls","hour":15,"rows":64}
hours {"activity":"calls","hour":16,"rows":71}
hours {"activity":"calls","hour":17,"rows":70}
hours {"activity":"emails","hour":0,"rows":15}
hours {"activity":"emails","hour":8,"rows":72}
hours {"activity":"emails","hour":9,"rows":73}
hours {"activity":"emails","hour":10,"rows":78}
hours {"activity":"emails","hour":11,"rows":70}
hours {"activity":"emails","hour":12,"rows":74}
hours {"activity":"emails","hour":13,"rows":79}
hours {"activity":"emails","hour":14,"rows":69}
hours {"activity":"emails","hour":15,"rows":60}
hours {"activity":"emails","hour":16,"rows":80}
hours {"activity":"emails","hour":17,"rows":79}
hours {"activity":"meetings","hour":0,"rows":7}
hours {"activity":"meetings","hour":8,"rows":43}
hours {"activity":"meetings","hour":9,"rows":52}
hours {"activity":"meetings","hour":10,"rows":48}
hours {"activity":"meetings","hour":11,"rows":54}
hours {"activity":"meetings","hour":12,"rows":37}
hours {"activity":"meetings","hour":13,"rows":38}
hours {"activity":"meetings","hour":14,"rows":46}
hours {"activity":"meetings","hour":15,"rows":33}
hours {"activity":"meetings","hour":16,"rows":40}
hours {"activity":"meetings","hour":17,"rows":49}
hours {"activity":"notes","hour":0,"rows":8}
hours {"activity":"notes","hour":8,"rows":38}
hours {"activity":"notes","hour":9,"rows":39}
hours {"activity":"notes","hour":10,"rows":46}
hours {"activity":"notes","hour":11,"rows":48}
hours {"activity":"notes","hour":12,"rows":55}
hours {"activity":"notes","hour":13,"rows":35}
hours {"activity":"notes","hour":14,"rows":44}
hours {"activity":"notes","hour":15,"rows":55}
hours {"activity":"notes","hour":16,"rows":46}
hours {"activity":"notes","hour":17,"rows":51}
hours {"activity":"tasks","hour":0,"rows":7}
hours {"activity":"tasks","hour":8,"rows":37}
hours {"activity":"tasks","hour":9,"rows":46}
hours {"activity":"tasks","hour":10,"rows":44}
hours {"activity":"tasks","hour":11,"rows":42}
hours {"activity":"tasks","hour":12,"rows":37}
hours {"activity":"tasks","hour":13,"rows":41}
hours {"activity":"tasks","hour":14,"rows":61}
hours {"activity":"tasks","hour":15,"rows":37}
hours {"activity":"tasks","hour":16,"rows":40}
hours {"activity":"tasks","hour":17,"rows":43}
hours {"activity":"communications","hour":8,"rows":19}
hours {"activity":"communications","hour":9,"rows":12}
hours {"activity":"communications","hour":10,"rows":12}
hours {"activity":"communications","hour":11,"rows":17}
hours {"activity":"communications","hour":12,"rows":13}
hours {"activity":"communications","hour":13,"rows":17}
hours {"activity":"communications","hour":14,"rows":13}
hours {"activity":"communications","hour":15,"rows":17}
hours {"activity":"communications","hour":16,"rows":19}
hours {"activity":"communications","hour":17,"rows":22}
hours {"activity":"postal_mail","hour":0,"rows":1}
hours {"activity":"postal_mail","hour":8,"rows":5}
hours {"activity":"postal_mail","hour":9,"rows":8}
hours {"activity":"postal_mail","hour":10,"rows":7}
hours {"activity":"postal_mail","hour":11,"rows":7}
hours {"activity":"postal_mail","hour":12,"rows":10}
hours {"activity":"postal_mail","hour":13,"rows":4}
hours {"activity":"postal_mail","hour":14,"rows":8}
hours {"activity":"postal_mail","hour":15,"rows":5}
hours {"activity":"postal_mail","hour":16,"rows":10}
hours {"activity":"postal_mail","hour":17,"rows":13}
lengths {"activity":"calls","text":"subject","none":23,"to_50":664,"to_200":0,"to_500":0,"to_2000":1,"to_10000":0,"to_65536":0,"over_65536":0,"longest":565,"longest_id":900018}
lengths {"activity":"emails","text":"subject","none":24,"to_50":725,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":42,"longest_id":100726}
lengths {"activity":"meetings","text":"subject","none":17,"to_50":430,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":37,"longest_id":100242}
lengths {"activity":"notes","text":"subject","none":21,"to_50":444,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":44,"longest_id":900011}
lengths {"activity":"tasks","text":"subject","none":22,"to_50":413,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":36,"longest_id":100027}
lengths {"activity":"communications","text":"subject","none":11,"to_50":150,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":38,"longest_id":101644}
lengths {"activity":"postal_mail","text":"subject","none":4,"to_50":74,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":34,"longest_id":102394}
lengths {"activity":"calls","text":"note","none":28,"to_50":25,"to_200":292,"to_500":301,"to_2000":42,"to_10000":0,"to_65536":0,"over_65536":0,"longest":594,"longest_id":100545}
lengths {"activity":"emails","text":"note","none":36,"to_50":27,"to_200":301,"to_500":331,"to_2000":52,"to_10000":2,"to_65536":0,"over_65536":0,"longest":5202,"longest_id":100970}
lengths {"activity":"meetings","text":"note","none":28,"to_50":18,"to_200":182,"to_500":173,"to_2000":44,"to_10000":2,"to_65536":0,"over_65536":0,"longest":5192,"longest_id":102415}
lengths {"activity":"notes","text":"note","none":22,"to_50":17,"to_200":179,"to_500":212,"to_2000":33,"to_10000":1,"to_65536":0,"over_65536":1,"longest":67536,"longest_id":103000}
lengths {"activity":"tasks","text":"note","none":26,"to_50":19,"to_200":179,"to_500":185,"to_2000":24,"to_10000":2,"to_65536":0,"over_65536":0,"longest":5203,"longest_id":101032}
lengths {"activity":"communications","text":"note","none":10,"to_50":5,"to_200":67,"to_500":61,"to_2000":17,"to_10000":1,"to_65536":0,"over_65536":0,"longest":5162,"longest_id":100650}
lengths {"activity":"postal_mail","text":"note","none":2,"to_50":1,"to_200":27,"to_500":36,"to_2000":12,"to_10000":0,"to_65536":0,"over_65536":0,"longest":627,"longest_id":102534}
lengths {"activity":"calls","text":"email","none":633,"to_50":55,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":32,"longest_id":101112}
lengths {"activity":"emails","text":"email","none":221,"to_50":528,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":35,"longest_id":100138}
lengths {"activity":"meetings","text":"email","none":409,"to_50":38,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":35,"longest_id":100691}
lengths {"activity":"notes","text":"email","none":425,"to_50":40,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":34,"longest_id":102652}
lengths {"activity":"tasks","text":"email","none":402,"to_50":33,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":33,"longest_id":100676}
lengths {"activity":"communications","text":"email","none":146,"to_50":15,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":30,"longest_id":100963}
lengths {"activity":"postal_mail","text":"email","none":72,"to_50":6,"to_200":0,"to_500":0,"to_2000":0,"to_10000":0,"to_65536":0,"over_65536":0,"longest":30,"longest_id":102846}
dates {"activity":"calls","no_end":175,"end_before_start":0,"end_at_start":0,"end_after_start":513,"first_id":null}
dates {"activity":"emails","no_end":175,"end_before_start":0,"end_at_start":0,"end_after_start":574,"first_id":null}
dates {"activity":"meetings","no_end":107,"end_before_start":2,"end_at_start":0,"end_after_start":338,"first_id":900005}
dates {"activity":"notes","no_end":114,"end_before_start":0,"end_at_start":41,"end_after_start":310,"first_id":null}
dates {"activity":"tasks","no_end":95,"end_before_start":0,"end_at_start":33,"end_after_start":307,"first_id":null}
dates {"activity":"communications","no_end":36,"end_before_start":0,"end_at_start":10,"end_after_start":115,"first_id":null}
dates {"activity":"postal_mail","no_end":19,"end_before_start":0,"end_at_start":7,"end_after_start":52,"first_id":null}
placeholders {"property":"email_from_address","address":"noreply@company.com","rows":85}
placeholders {"property":"email_to_address","address":"info@company.com","rows":88}
lists {"file":"rejected.csv","title":"records that did not load","rows":11}
lists {"file":"errors.csv","title":"communications that their table refuses","rows":2}
lists {"file":"held.csv","title":"communications that are derived and not sent","rows":16}
lists {"file":"left_out.csv","title":"values that are not sent","rows":9}
lists {"file":"flagged.csv","title":"values that are sent and want a look","rows":1}
lists {"file":"orphans.csv","title":"communications that lead to no HubSpot record","rows":88}
lists {"file":"unresolved.csv","title":"legacy ids without a HubSpot id","rows":19}
lists {"file":"merged.csv","title":"further rows of a communication","rows":17}
lists {"file":"unrecognised.csv","title":"communications whose codes no rule knows","rows":33}
lists {"file":"placeholders.csv","title":"e-mails with a placeholder address","rows":173}
lists {"file":"backwards.csv","title":"communications that end before they start","rows":2}
lists {"file":"codes.csv","title":"every pair of type and action, and what it becomes","rows":300}
lists {"file":"words.csv","title":"every word of the code columns, per type","rows":304}
lists {"file":"months.csv","title":"communications by month and type","rows":882}
lists {"file":"counts.csv","title":"every count by type of hours, associations, values, ends and lengths, with the first id of each","rows":255}

$ sqlite3 :memory: "SELECT d.key || ' ' || d.value FROM json_each(CAST(readfile('demo/report/data_quality_report.json') AS TEXT)) d WHERE d.type <> 'array' AND d.key NOT IN ('rules', 'other_rules')"
document data_quality_report
version 1
as_of 2025-11-14 00:00:00
timezone UTC
tool_version 0.1.0
schema_version 1
shows_values 0
verdict {"state":"ready_with_remarks","obstacles":[],"remarks":[{"rows":11,"text":"records were rejected and did not load","section":"rejects"},{"rows":2,"text":"communications are in error and were not derived","section":"findings"},{"rows":16,"text":"communications are derived and held back","section":"findings"},{"text":"rows that no rule recognised: 33, must be 0","section":"gates"},{"rows":3,"text":"communications are of another type by the rule set sage","section":"codes"}],"next":[{"text":"Give the types that no rule knows a line in classification.csv of a copy of the rules, and run again with --rules.","command":"hubstage rules export DIR","section":"codes"},{"text":"Correct the rejected records in a copy of rejects.csv and run again with it as one more file.","command":null,"section":"rejects"},{"text":"Correct the communications in error in the source: errors.csv says why. Then run again.","command":null,"section":"findings"},{"text":"Decide about what is held: held.csv says why. Change the rules or the rows, or leave it behind.","command":null,"section":"findings"},{"text":"Decide which rule set fits this data: their types differ.","command":null,"section":"codes"},{"text":"Look whether e-mails may go out with placeholder addresses; they are settings of the rules.","command":null,"section":"texts"},{"text":"Check the sample by eye.","command":null,"section":"sample"},{"text":"Push a few of each type first, look at them in HubSpot, then push the rest.","command":"hubstage-push push --portal ID --canary 2","section":"flow"}]}
accounting {"read":3051,"loaded":3023,"merged":17,"replaced":0,"rejected":11,"derived":3021,"skipped":0,"error":2,"new":3005,"changed":0,"unchanged":0,"held":16,"vanished":0}
settings {"key_property":"legacy_communication_id","placeholder_from":"noreply@company.com","placeholder_to":"info@company.com","orphans":"send","quoted_empty":"null","null_markers":"NULL NaN NaT None nan null","zero_id_is_null":0,"sentinel_date_is_null":0,"sentinel_dates":"1899-12-30 1900-01-01 9999-12-31","max_record":16777216,"min_resolution_pct":95.0,"max_orphan_pct":5.0,"max_type_share_pct":90.0,"min_required_pct":99.0,"min_push_success_pct":98.0}


# Of the months what they sum to by year and type
$ sqlite3 :memory: "SELECT substr(e.value ->> 'month', 1, 4) AS year, group_concat((e.value ->> 'activity') || ' ' || (e.value ->> 'rows'), ', ') FROM (SELECT json_object('month', substr(value ->> 'month', 1, 4), 'activity', value ->> 'activity', 'rows', sum(value ->> 'rows')) AS value FROM json_each(CAST(readfile('demo/report/data_quality_report.json') AS TEXT), '$.months') GROUP BY substr(value ->> 'month', 1, 4), value ->> 'activity') e GROUP BY year"
2014|calls 51, communications 16, emails 55, meetings 43, notes 33, postal_mail 5, tasks 31
2015|calls 50, communications 13, emails 64, meetings 36, notes 29, postal_mail 7, tasks 42
2016|calls 41, communications 17, emails 60, meetings 34, notes 29, postal_mail 8, tasks 21
2017|calls 60, communications 12, emails 66, meetings 30, notes 49, postal_mail 4, tasks 33
2018|calls 61, communications 8, emails 61, meetings 23, notes 29, postal_mail 7, tasks 30
2019|calls 67, communications 17, emails 64, meetings 30, notes 41, postal_mail 9, tasks 41
2020|calls 64, communications 8, emails 54, meetings 35, notes 43, postal_mail 9, tasks 35
2021|calls 63, communications 18, emails 54, meetings 38, notes 37, postal_mail 7, tasks 38
2022|calls 54, communications 14, emails 69, meetings 46, notes 32, postal_mail 2, tasks 32
2023|calls 46, communications 12, emails 62, meetings 39, notes 35, postal_mail 7, tasks 37
2024|calls 56, communications 16, emails 62, meetings 37, notes 48, postal_mail 6, tasks 34
2025|calls 52, communications 7, emails 59, meetings 38, notes 47, postal_mail 2, tasks 42
2026|calls 23, communications 3, emails 19, meetings 18, notes 13, postal_mail 5, tasks 19

# Of the sample who is in it and why, and the first of each type whole
$ sqlite3 :memory: "SELECT value ->> 'activity', value ->> 'id', value ->> 'line', value ->> 'why' FROM json_each(CAST(readfile('demo/report/data_quality_report.json') AS TEXT), '$.sample')"
calls|900018|6375|flagged: TITLE_CUT
calls|100252|504|leads to no HubSpot record
calls|101587|3273|neither subject nor note
calls|100545|1139|the longest note
calls|100001|2|one of 2019-01
calls|100151|279|one of 2014-01
calls|100193|386|one of 2022-10
calls|100258|511|one of 2015-04
calls|100311|652|one of 2025-04
calls|100458|928|one of 2017-10
emails|100012|20|left out: INVALID_EMAIL
emails|100299|623|leads to no HubSpot record
emails|100726|1513|the longest subject
emails|100970|1980|the longest note
emails|100064|125|one of 2020-04
emails|100082|156|one of 2016-07
emails|100096|184|one of 2017-10
emails|100249|501|one of 2015-04
emails|100339|700|one of 2022-10
emails|100340|701|one of 2025-05
meetings|900005|6356|in error: the meeting ends before it starts
meetings|100053|99|leads to no HubSpot record
meetings|102191|4550|neither subject nor note
meetings|100242|493|the longest subject
meetings|102415|5054|the longest note
meetings|100025|40|one of 2020-04
meetings|100043|73|one of 2021-08
meetings|100269|533|one of 2022-11
meetings|100449|899|one of 2024-03
meetings|100590|1235|one of 2025-05
notes|103000|6351|held: PROPERTY_TOO_LONG
notes|100129|243|leads to no HubSpot record
notes|100582|1218|the other rule set makes it another type
notes|900011|6366|the longest subject
notes|100079|153|one of 2022-11
notes|100108|207|one of 2017-11
notes|100222|454|one of 2015-04
notes|100380|781|one of 2016-08
notes|100562|1169|one of 2020-05
notes|100625|1302|one of 2019-02
tasks|100083|157|leads to no HubSpot record
tasks|102941|6221|neither subject nor note
tasks|100027|42|the longest subject
tasks|101032|2119|the longest note
tasks|100070|143|one of 2016-09
tasks|100161|308|one of 2015-04
tasks|100167|320|one of 2019-04
tasks|100412|837|one of 2022-12
tasks|100509|1058|one of 2021-08
tasks|100809|1652|one of 2018-01
communications|100278|558|held: INVALID_OPTION
communications|100630|1307|leads to no HubSpot record
communications|101052|2150|neither subject nor note
communications|100650|1350|the longest note
communications|101644|3389|the longest subject
communications|100094|179|one of 2023-11
communications|100406|820|one of 2022-09
communications|100476|966|one of 2020-01
communications|100709|1480|one of 2015-04
communications|101111|2277|one of 2021-06
postal_mail|100887|1807|leads to no HubSpot record
postal_mail|102394|5013|the longest subject
postal_mail|102534|5330|the longest note
postal_mail|100334|693|one of 2020-10
postal_mail|100384|785|one of 2021-11
postal_mail|101148|2346|one of 2017-11
postal_mail|101525|3139|one of 2024-08
postal_mail|101783|3677|one of 2015-08
postal_mail|101896|3902|one of 2016-09
postal_mail|102101|4347|one of 2020-01

$ sqlite3 :memory: "SELECT value FROM json_each(CAST(readfile('demo/report/data_quality_report.json') AS TEXT), '$.sample') WHERE key % 10 = 0"
{"id":900018,"activity":"calls","why":"flagged: TITLE_CUT","file":"communications.csv","line":6375,"source":{"comm_communicationid":900018,"comm_opportunityid":301,"comm_caseid":null,"comm_type":"Call","comm_action":"Outbound","comm_status":"Completed","comm_priority":"Normal","comm_datetime":"2024-03-05 10:00:00","comm_todatetime":"2024-03-05 10:15:00","comm_note":"17 characters","comm_subject":"565 characters","comm_email_clean":null,"comm_createddate":"2024-03-05 10:20:00","comm_updateddate":"2024-03-06 08:00:00","comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":5001,"person_firstname":"4 characters","person_lastname":"8 characters","person_emailaddress":"25 characters","company_id":801,"company_name":"16 characters"},"derived":{"activity_date":"2024-03-05 10:00:00","create_date":"2024-03-05 10:20:00","last_modified_date":"2024-03-06 08:00:00","call_title":"500 characters","call_notes":"17 characters","call_direction":"OUTBOUND","call_duration_ms":900000,"call_status":"COMPLETED","call_outcome":"Completed","associated_contact_id":101200000007,"associated_company_id":9800000011,"associated_deal_id":30100000019,"api_push_status":"pending","hubspot_engagement_id":null}}
{"id":100012,"activity":"emails","why":"left out: INVALID_EMAIL","file":"communications.csv","line":20,"source":{"comm_communicationid":100012,"comm_opportunityid":null,"comm_caseid":null,"comm_type":"Email","comm_action":"Outgoing","comm_status":null,"comm_priority":"low","comm_datetime":"2024-03-29 09:37:18","comm_todatetime":"2024-03-29 09:38:18","comm_note":"170 characters","comm_subject":"26 characters","comm_email_clean":"3 characters","comm_createddate":"2024-03-27 15:14:08","comm_updateddate":"2024-04-03 16:55:46","comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":5281,"person_firstname":"4 characters","person_lastname":"7 characters","person_emailaddress":"27 characters","company_id":null,"company_name":null},"derived":{"activity_date":"2024-03-29 09:37:18","create_date":"2024-03-27 15:14:08","last_modified_date":"2024-04-03 16:55:46","email_subject":"26 characters","email_body":"170 characters","email_direction":"OUTGOING","email_from_address":"27 characters","email_to_address":"3 characters","email_send_status":"SENT","associated_contact_id":101200004767,"associated_company_id":null,"associated_deal_id":null,"api_push_status":"pending","hubspot_engagement_id":null}}
{"id":900005,"activity":"meetings","why":"in error: the meeting ends before it starts","file":"communications.csv","line":6356,"source":{"comm_communicationid":900005,"comm_opportunityid":301,"comm_caseid":null,"comm_type":"Meeting","comm_action":"Outbound","comm_status":"Completed","comm_priority":"Normal","comm_datetime":"2024-05-14 15:00:00","comm_todatetime":"2024-05-14 14:00:00","comm_note":"28 characters","comm_subject":"18 characters","comm_email_clean":null,"comm_createddate":"2024-03-05 10:20:00","comm_updateddate":"2024-03-06 08:00:00","comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":5001,"person_firstname":"4 characters","person_lastname":"8 characters","person_emailaddress":"25 characters","company_id":801,"company_name":"16 characters"},"derived":null}
{"id":103000,"activity":"notes","why":"held: PROPERTY_TOO_LONG","file":"communications.csv","line":6351,"source":{"comm_communicationid":103000,"comm_opportunityid":null,"comm_caseid":null,"comm_type":"Note","comm_action":"Note","comm_status":"Filed","comm_priority":"normal","comm_datetime":"2019-01-28 15:35:00","comm_todatetime":"2019-02-01 15:35:00","comm_note":"67536 characters","comm_subject":"22 characters","comm_email_clean":null,"comm_createddate":"2019-01-25 08:21:40","comm_updateddate":"2019-01-25 08:44:04","comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":5300,"person_firstname":"6 characters","person_lastname":"8 characters","person_emailaddress":"30 characters","company_id":804,"company_name":"14 characters"},"derived":{"activity_date":"2019-01-28 15:35:00","create_date":"2019-01-25 08:21:40","last_modified_date":"2019-01-25 08:44:04","note_body":"67560 characters","associated_contact_id":101200005090,"associated_company_id":9800000050,"associated_deal_id":null,"api_push_status":"pending","hubspot_engagement_id":null}}
{"id":100083,"activity":"tasks","why":"leads to no HubSpot record","file":"communications.csv","line":157,"source":{"comm_communicationid":100083,"comm_opportunityid":null,"comm_caseid":null,"comm_type":"Task","comm_action":"ToDo","comm_status":"Deferred","comm_priority":"Urgent","comm_datetime":"2024-01-18 13:49:38","comm_todatetime":"2024-01-24 13:49:38","comm_note":"179 characters","comm_subject":"17 characters","comm_email_clean":null,"comm_createddate":"2024-01-15 10:25:55","comm_updateddate":null,"comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":null,"person_firstname":null,"person_lastname":null,"person_emailaddress":null,"company_id":null,"company_name":null},"derived":{"activity_date":"2024-01-18 13:49:38","create_date":"2024-01-15 10:25:55","last_modified_date":null,"task_title":"17 characters","task_notes":"179 characters","due_date":"2024-01-24 13:49:38","task_status":"DEFERRED","completed_at":null,"task_priority":"HIGH","task_type":"TODO","is_overdue":1,"reminder_date":null,"source_type":"task","source_case_id":null,"associated_contact_id":null,"associated_company_id":null,"associated_deal_id":null,"api_push_status":"pending","hubspot_engagement_id":null}}
{"id":100278,"activity":"communications","why":"held: INVALID_OPTION","file":"communications.csv","line":558,"source":{"comm_communicationid":100278,"comm_opportunityid":null,"comm_caseid":null,"comm_type":"Message","comm_action":null,"comm_status":null,"comm_priority":"Medium","comm_datetime":"2018-05-04 08:10:00","comm_todatetime":"2018-05-08 08:10:00","comm_note":"130 characters","comm_subject":"19 characters","comm_email_clean":"27 characters","comm_createddate":"2018-05-03 12:53:27","comm_updateddate":"2018-05-19 14:47:50","comm_originaldatetime":null,"comm_originaltodatetime":null,"person_id":5166,"person_firstname":"6 characters","person_lastname":"9 characters","person_emailaddress":"31 characters","company_id":893,"company_name":"21 characters"},"derived":{"activity_date":"2018-05-04 08:10:00","create_date":"2018-05-03 12:53:27","last_modified_date":"2018-05-19 14:47:50","communication_body":"130 characters","channel_type":"CUSTOM","logged_from":"API","associated_contact_id":101200002812,"associated_company_id":9800001207,"associated_deal_id":null,"api_push_status":"pending","hubspot_engagement_id":null}}
{"id":100887,"activity":"postal_mail","why":"leads to no HubSpot record","file":"communications.csv","line":1807,"source":{"comm_communicationid":100887,"comm_opportunityid":null,"comm_caseid":null,"comm_type":"Letter","comm_action":null,"comm_status":null,"comm_priority":null,"comm_datetime":"2020-06-10 16:40:00","comm_todatetime":"2020-06-16 16:40:00","comm_note":"52 characters","comm_subject":"18 characters","comm_email_clean":null,"comm_createddate":"2020-06-10 15:33:29","comm_updateddate":"2020-06-20 16:32:04","comm_originaldatetime":"2020-06-10 16:40:00","comm_originaltodatetime":"2020-06-16 16:40:00","person_id":null,"person_firstname":null,"person_lastname":null,"person_emailaddress":null,"company_id":null,"company_name":null},"derived":{"activity_date":"2020-06-10 16:40:00","create_date":"2020-06-10 15:33:29","last_modified_date":"2020-06-20 16:32:04","postal_mail_body":"52 characters","body_preview":"52 characters","associated_contact_id":null,"associated_company_id":null,"associated_deal_id":null,"api_push_status":"pending","hubspot_engagement_id":null}}

# A row whose cells have shifted puts people into the columns of ids, dates and codes: a report without values shows them by their length
$ printf '%s\n' 'Comm_CommunicationId,Comm_Type,Comm_Action,Comm_DateTime,Comm_CreatedDate,Person_Id' 'Ada Quillfeather,Call,,2024-05-06,2024-05-06,' '2,Call,,Mrs Quillfeather,2024-05-06,' '3,Call,,2024-05-06,2024-05-06,Quillfeather Ada' '4,quillfeather@example.com,,2024-05-06,2024-05-06,' '5,Call,Mrs Ada Quillfeather asks for a call back,2024-05-06,2024-05-06,' '6,Call,,31/02/2024 PM,2024-05-06,' >shifted.csv; hubstage run -q shifted.csv --out shifted >/dev/null
[exit 4]

$ grep -ril quillfeather shifted/report
[exit 1]

$ cut -d, -f 2,4- shifted/report/rejected.csv
line,column,code,message
2,Comm_CommunicationId,COULD_NOT_PARSE_NUMBER,a text of 16 characters is not a whole number
3,Comm_DateTime,COULD_NOT_PARSE_DATE,a text of 16 characters is not a date
4,Person_Id,COULD_NOT_PARSE_NUMBER,a text of 16 characters is not a whole number
7,Comm_DateTime,COULD_NOT_PARSE_DATE,''31/02/2024 PM' is not a date

$ hubstage report --show-values --out shifted >/dev/null && grep -ci quillfeather shifted/report/data_quality_report.json
9

# A workspace from before there were results of runs: the report is made, and says that it has nothing to compare with
$ sqlite3 shifted/staging.db 'DROP TABLE run_result' && hubstage report --out shifted >/dev/null && sed -n '/^### What is different/,/^##[^#]/p' shifted/report/data_quality_report.md
\### What is different

This workspace keeps no result of an earlier run that differs from this one.

\## About this report

$ sqlite3 shifted/staging.db 'DROP TABLE run_result' && hubstage run -q shifted.csv --out shifted >/dev/null
[exit 4]
