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
1871 total

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
lists|array|14
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
{"state":"ready_with_remarks","obstacles":[],"remarks":[{"rows":11,"text":"records were rejected and did not load","section":"rejects"},{"rows":2,"text":"communications are in error and were not derived","section":"findings"},{"rows":16,"text":"communications are derived and held back","section":"findings"},{"text":"rows that no rule recognised: 33 rows, must be = 0","section":"gates"},{"rows":3,"text":"communications are of another type by the rule set sage","section":"codes"}]}
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
| communications without any HubSpot record | 2.91 | 80 |
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

- in the way: persons resolved to a contact: 33.33%, must be > 95%
- in the way: companies resolved: 0%, must be > 95%
- in the way: opportunities resolved to a deal: 0%, must be > 95%
- in the way: communications without any HubSpot record: 80%, must be &lt; 5%
- activity types without a row: 6 types, must be = 0

# The report of the demo
$ hubstage run -q $FIXTURES/demo/communications.csv --contacts $FIXTURES/demo/contacts.csv --companies $FIXTURES/demo/companies.csv --deals $FIXTURES/demo/deals.csv --json --out demo >/dev/null
[exit 3]

$ sed 's/\(rule set plan, SHA-256\) .*/\1 .../' demo/report/data_quality_report.md
\# Data quality report

**Ready to push, with remarks.**

- 11 records were rejected and did not load
- 2 communications are in error and were not derived
- 16 communications are derived and held back
- rows that no rule recognised: 33 rows, must be = 0
- 3 communications are of another type by the rule set sage

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
| set-up | tables of the schema | 8 | = 8 tables | pass |
| set-up | named indexes | 66 | = 66 indexes | pass |
| set-up | foreign keys, unique indexes and checks | 88 | = 88 constraints | pass |
| set-up | views that can be queried | 9 | = 9 views | pass |
| set-up | classification probes that get another activity | 0 | = 0 probes | pass |
| load | records neither loaded nor merged, replaced or rejected | 0 | = 0 rows | pass |
| load | rows without a required column | 0 | = 0 rows | pass |
| load | rows of an unknown activity type | 0 | = 0 rows | pass |
| load | activity types without a row | 0 | = 0 types | pass |
| load | share of the largest activity type | 24.78 | &lt;= 90% | pass |
| load | actions most of whose rows end before they start | no row | = 0 actions | pass |
| load | rows that no rule recognised | 33 | = 0 rows | look |
| resolution | persons resolved to a contact | 97.37 | > 95% | pass |
| resolution | companies resolved | 97.85 | > 95% | pass |
| resolution | opportunities resolved to a deal | 98.48 | > 95% | pass |
| resolution | communications without any HubSpot record | 2.91 | &lt; 5% | pass |
| resolution | unresolved references that the log does not have | 0 | = 0 references | pass |
| derivation | rows missing from their table, or in a wrong one | 0 | = 0 rows | pass |
| derivation | calls with their required columns filled | 100 | > 99% | pass |
| derivation | emails with their required columns filled | 100 | > 99% | pass |
| derivation | meetings with their required columns filled | 100 | > 99% | pass |
| derivation | notes with their required columns filled | 100 | > 99% | pass |
| derivation | tasks with their required columns filled | 100 | > 99% | pass |
| derivation | communications with their required columns filled | 100 | > 99% | pass |
| derivation | postal mail with their required columns filled | 100 | > 99% | pass |
| derivation | meetings that end before they start | 0 | = 0 rows | pass |
| derivation | rows with a value outside its list | 0 | = 0 rows | pass |
| payloads | derived rows without a payload | 0 | = 0 rows | pass |
| payloads | payloads that are no JSON | 0 | = 0 rows | pass |
| payloads | payloads not in HubSpot's shape | 0 | = 0 rows | pass |

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

Associations are counted on the communication's own record.

| Type | Rows | Share | Contact | Company | Deal | None | New | Changed | Unchanged | Held | In error |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| Calls | 688 | 22.76% | 545 | 577 | 107 | 16 | 688 | 0 | 0 | 0 | 0 |
| E-mails | 749 | 24.78% | 612 | 593 | 102 | 22 | 749 | 0 | 0 | 0 | 0 |
| Meetings | 447 | 14.79% | 352 | 362 | 66 | 16 | 445 | 0 | 0 | 0 | 2 |
| Notes | 465 | 15.38% | 365 | 373 | 66 | 17 | 464 | 0 | 0 | 1 | 0 |
| Tasks | 435 | 14.39% | 343 | 355 | 81 | 12 | 435 | 0 | 0 | 0 | 0 |
| Communications | 161 | 5.33% | 128 | 133 | 23 | 2 | 146 | 0 | 0 | 15 | 0 |
| Postal mail | 78 | 2.58% | 60 | 63 | 8 | 4 | 78 | 0 | 0 | 0 | 0 |

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

Rows that would become another type: there Comm_Type and Comm_Action contradict each other, or one rule set knows a word that the other does not.

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

The pairs with most rows, those first on which the rule sets differ.

| Comm_Type | Comm_Action | Rows | Here | There | Why there | First id |
|---|---|---:|---|---|---|---:|
| Meeting |  | 41 | Meetings | Notes | held: no rule for these codes | 100099 |
| ToDo |  | 27 | Tasks | Notes | held: no rule for these codes | 100016 |
| Visit |  | 27 | Meetings | Notes | held: no rule for these codes | 100046 |
| Presentation |  | 26 | Meetings | Notes | held: no rule for these codes | 100116 |
| Action |  | 25 | Tasks | Notes | held: no rule for these codes | 100152 |
| Meeting | Visit | 25 | Meetings | Notes | held: no rule for these codes | 100166 |
| to-do |  | 25 | Tasks | Notes | held: no rule for these codes | 100090 |
| Demo |  | 23 | Meetings | Notes | held: no rule for these codes | 100157 |
| MEETING |  | 23 | Meetings | Notes | held: no rule for these codes | 100038 |
| FollowUp |  | 21 | Tasks | Notes | held: no rule for these codes | 100009 |
| Call |  | 20 | Calls | Notes | held: no rule for these codes | 100044 |
| meeting |  | 19 | Meetings | Notes | held: no rule for these codes | 100003 |
| Follow-up |  | 18 | Tasks | Notes | held: no rule for these codes | 100399 |
| Call | Outbound | 17 | Calls | Notes | held: no rule for these codes | 100048 |
| Call | in | 17 | Calls | Notes | held: no rule for these codes | 100324 |
| MEETING | Visit | 17 | Meetings | Notes | held: no rule for these codes | 100312 |
| Phone | outgoing | 17 | Calls | Notes | held: no rule for these codes | 100107 |
| Phone |  | 16 | Calls | Notes | held: no rule for these codes | 100160 |
| followup |  | 16 | Tasks | Notes | held: no rule for these codes | 100005 |
| Call | Inbound | 15 | Calls | Notes | held: no rule for these codes | 100665 |
| Call | Received | 15 | Calls | Notes | held: no rule for these codes | 100377 |
| e-mail | out | 15 | E-mails | Notes | held: no rule for these codes | 100060 |
| Visit | Visit | 14 | Meetings | Notes | held: no rule for these codes | 100043 |
| Action | Prepare | 13 | Tasks | Notes | held: no rule for these codes | 100215 |
| Call | Out | 13 | Calls | Notes | held: no rule for these codes | 100015 |
| Case |  | 13 | Tasks | Notes | held: no rule for these codes | 100145 |
| Phone | Inbound | 13 | Calls | Notes | held: no rule for these codes | 100133 |
| e-mail |  | 13 | E-mails | Notes | held: no rule for these codes | 100067 |
| e-mail | Incoming | 13 | E-mails | Notes | held: no rule for these codes | 100126 |
| e-mail | Sent | 13 | E-mails | Notes | held: no rule for these codes | 100299 |
| meeting | Visit | 13 | Meetings | Notes | held: no rule for these codes | 100253 |
| Call | outgoing | 12 | Calls | Notes | held: no rule for these codes | 100554 |
| LinkedIn | Received | 12 | Communications | Notes | held: no rule for these codes | 100154 |
| Phone | Incoming | 12 | Calls | Notes | held: no rule for these codes | 100436 |
| Phone | Received | 12 | Calls | Notes | held: no rule for these codes | 100205 |
| Phone | inbound | 12 | Calls | Notes | held: no rule for these codes | 100820 |
| Presentation | Visit | 12 | Meetings | Notes | held: no rule for these codes | 100162 |
| letter |  | 12 | Postal mail | Notes | held: no rule for these codes | 100384 |
| Call | inbound | 11 | Calls | Notes | held: no rule for these codes | 100462 |
| Demo | Visit | 11 | Meetings | Notes | held: no rule for these codes | 100443 |

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
| Calls | 100001 | the other rule set makes it another type | communications.csv | 2 |
| Calls | 101587 | neither subject nor note | communications.csv | 3273 |
| Calls | 100545 | the longest note | communications.csv | 1139 |
| Calls | 100151 | one of 2014-01 | communications.csv | 279 |
| Calls | 100193 | one of 2022-10 | communications.csv | 386 |
| Calls | 100258 | one of 2015-04 | communications.csv | 511 |
| Calls | 100311 | one of 2025-04 | communications.csv | 652 |
| Calls | 100458 | one of 2017-10 | communications.csv | 928 |
| E-mails | 100012 | left out: INVALID\_EMAIL | communications.csv | 20 |
| E-mails | 100299 | leads to no HubSpot record | communications.csv | 623 |
| E-mails | 100060 | the other rule set makes it another type | communications.csv | 110 |
| E-mails | 100726 | the longest subject | communications.csv | 1513 |
| E-mails | 100970 | the longest note | communications.csv | 1980 |
| E-mails | 100064 | one of 2020-04 | communications.csv | 125 |
| E-mails | 100082 | one of 2016-07 | communications.csv | 156 |
| E-mails | 100096 | one of 2017-10 | communications.csv | 184 |
| E-mails | 100249 | one of 2015-04 | communications.csv | 501 |
| E-mails | 100339 | one of 2022-10 | communications.csv | 700 |
| Meetings | 900005 | in error: the meeting ends before it starts | communications.csv | 6356 |
| Meetings | 100053 | leads to no HubSpot record | communications.csv | 99 |
| Meetings | 100003 | the other rule set makes it another type | communications.csv | 5 |
| Meetings | 102191 | neither subject nor note | communications.csv | 4550 |
| Meetings | 100242 | the longest subject | communications.csv | 493 |
| Meetings | 102415 | the longest note | communications.csv | 5054 |
| Meetings | 100025 | one of 2020-04 | communications.csv | 40 |
| Meetings | 100043 | one of 2021-08 | communications.csv | 73 |
| Meetings | 100269 | one of 2022-11 | communications.csv | 533 |
| Meetings | 100449 | one of 2024-03 | communications.csv | 899 |
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
| Tasks | 100005 | the other rule set makes it another type | communications.csv | 11 |
| Tasks | 102941 | neither subject nor note | communications.csv | 6221 |
| Tasks | 100027 | the longest subject | communications.csv | 42 |
| Tasks | 101032 | the longest note | communications.csv | 2119 |
| Tasks | 100070 | one of 2016-09 | communications.csv | 143 |
| Tasks | 100161 | one of 2015-04 | communications.csv | 308 |
| Tasks | 100167 | one of 2019-04 | communications.csv | 320 |
| Tasks | 100412 | one of 2022-12 | communications.csv | 837 |
| Tasks | 100509 | one of 2021-08 | communications.csv | 1058 |
| Communications | 100278 | held: INVALID\_OPTION | communications.csv | 558 |
| Communications | 100630 | leads to no HubSpot record | communications.csv | 1307 |
| Communications | 100006 | the other rule set makes it another type | communications.csv | 13 |
| Communications | 101052 | neither subject nor note | communications.csv | 2150 |
| Communications | 100650 | the longest note | communications.csv | 1350 |
| Communications | 101644 | the longest subject | communications.csv | 3389 |
| Communications | 100094 | one of 2023-11 | communications.csv | 179 |
| Communications | 100406 | one of 2022-09 | communications.csv | 820 |
| Communications | 100476 | one of 2020-01 | communications.csv | 966 |
| Communications | 100709 | one of 2015-04 | communications.csv | 1480 |
| Postal mail | 100887 | leads to no HubSpot record | communications.csv | 1807 |
| Postal mail | 100007 | the other rule set makes it another type | communications.csv | 14 |
| Postal mail | 102394 | the longest subject | communications.csv | 5013 |
| Postal mail | 102534 | the longest note | communications.csv | 5330 |
| Postal mail | 100334 | one of 2020-10 | communications.csv | 693 |
| Postal mail | 100384 | one of 2021-11 | communications.csv | 785 |
| Postal mail | 101148 | one of 2017-11 | communications.csv | 2346 |
| Postal mail | 101525 | one of 2024-08 | communications.csv | 3139 |
| Postal mail | 101783 | one of 2015-08 | communications.csv | 3677 |
| Postal mail | 101896 | one of 2016-09 | communications.csv | 3902 |

The page and the .json show their source and derived values side by side.

\## Since the run before

\### What is different

There is no earlier run in this workspace that differs from this one.

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


# It wants a workspace with rows
$ hubstage report --out nowhere
! hubstage: report: nowhere: no workspace there; `hubstage run` makes one
[exit 6]

$ hubstage init -q --out empty >/dev/null && hubstage report --out empty
! hubstage: report: load has to be done first: `hubstage load`
[exit 2]
