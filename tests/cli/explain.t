$ hubstage run "$FIXTURES/edge/sage_other_actions.csv" --contacts "$FIXTURES/edge/contacts.csv" --companies "$FIXTURES/edge/companies.csv" --rules sage --timezone Europe/Paris --as-of 2024-06-01 >/dev/null
[exit 3]

# From its bytes to its payload; texts are shown by their length
$ hubstage explain 11
communication 11, rule set sage
loaded: sage_other_actions.csv:12, bytes 2533 to 2746

codes
type  action    status   priority  direction  activity_status
Task  Preetude  Pending  Normal    -          -

rule 16 fires: tasks (no action that a rule knows, and the type says a task)
15 of 16 rules do not match (-v lists them)
decision: derive

filters
filter  code            decision  parameter  reason
4       UNKNOWN_ACTION  flag      -          no rule knows this action: the type decided

source
column                   value
comm_communicationid     11
comm_opportunityid       -
comm_caseid              -
comm_type                Task
comm_action              Preetude
comm_status              Pending
comm_priority            Normal
comm_datetime            2024-03-05 10:00:00
comm_todatetime          2024-03-05 10:15:00
comm_note                (14 characters)
comm_subject             (25 characters)
comm_email_clean         -
comm_createddate         2024-03-05 10:20:00
comm_updateddate         2024-03-06 08:00:00
comm_originaldatetime    -
comm_originaltodatetime  -
person_id                1
person_firstname         (4 characters)
person_lastname          (8 characters)
person_emailaddress      (25 characters)
company_id               1
company_name             (11 characters)

references
row  entity   legacy_id  hubspot_id  state
own  contact  1          101         resolved
own  company  1          201         resolved
own  deal     -          -           the row names none

derived
column                      value                source                                                         rule
ic_communication_master_id  11                   id                                                             the row of the master
activity_date               2024-03-05 10:00:00  comm_datetime                                                  as it is
activity_assigned_to        -                    extra owner_email, extra user, rule_value owner                the owner that a line `owner` of values.csv names for the owner's e-mail, else for the user's id
activity_created_by         -                    -                                                              stays NULL: an external system fills it
create_date                 2024-03-05 10:20:00  comm_createddate                                               as it is
last_modified_date          2024-03-06 08:00:00  comm_updateddate                                               as it is
task_title                  (25 characters)      comm_subject, company_name, person_firstname, person_lastname  the subject unless it is '_', else 'Task - ' and the company, else what there is of the name, else 'Task'; the first 500 characters
task_notes                  (14 characters)      comm_note, comm_email_clean, email_body                        the note unless it is '_', else the whole of Comm_Email
due_date                    2024-03-05 10:00:00  comm_datetime, comm_todatetime, task_due                       the column that the setting task_due names
task_status                 NOT_STARTED          the rule, comm_status, rule_value task_status                  the status that the classification rule names, else by the status
completed_at                -                    comm_updateddate, comm_datetime                                of a completed task: the last change, else the date
task_priority               MEDIUM               comm_priority, rule_value task_priority                        by the priority
task_type                   TODO                 -                                                              always 'TODO'
is_overdue                  1                    due_date, task_status, as_of                                   1 when it was due before the run and is neither completed nor deferred
reminder_date               -                    -                                                              stays NULL: the date a task was moved from is no reminder
source_type                 task                 comm_caseid                                                    'case' when there is a case, else 'task'
source_case_id              -                    comm_caseid                                                    as it is
associated_contact_id       101                  person_id, contacts_reconciliation                             the HubSpot contact of the person
associated_company_id       201                  company_id, companies_reconciliation                           the HubSpot company
associated_deal_id          -                    comm_opportunityid, deals_reconciliation                       the HubSpot deal
payload_key                 11                   comm_communicationid                                           the key property of the record in HubSpot
payload_title               (25 characters)      comm_subject, company_name, person_firstname, person_lastname  the subject unless it is '_', else 'Task - ' and the company, else what there is of the name, else 'Task'; whole
payload_start_date          2024-03-05 10:15:00  comm_datetime, comm_todatetime, task_due                       the column that the setting task_due does not name; shown, not sent

payload
property                 value                     column
legacy_communication_id  11                        payload_key
hs_timestamp             2024-03-05T09:00:00.000Z  due_date
hs_task_subject          (25 characters)           payload_title
hs_task_body             (14 characters)           task_notes
hs_task_status           NOT_STARTED               task_status
hs_task_priority         MEDIUM                    task_priority
hs_task_type             TODO                      task_type
associated with 101 (type 204), 201 (type 192)
push status: pending

findings
kind     code            property     message
flagged  UNKNOWN_ACTION  comm_action  no rule knows this action: the type decided

# The place is the row's
$ head -c 2747 "$FIXTURES/edge/sage_other_actions.csv" | tail -c +2534
11,,,Task,Preetude,Pending,Normal,2024-03-05 10:00:00,2024-03-05 10:15:00,Plain details.,Task / Preetude / Pending,,2024-03-05 10:20:00,2024-03-06 08:00:00,,,1,Mara,Valmorin,mara.valmorin@example.com,1,Norvalex SA

# What no rule covers; every rule with -v
$ hubstage explain 12 -v | sed -n '1,/^decision/p'
communication 12, rule set sage
loaded: sage_other_actions.csv:13, bytes 2747 to 2964

codes
type   action    status    priority  direction  activity_status
Sleap  Preetude  Complete  Normal    -          -

no rule fires: notes, and held
16 of 16 rules do not match (-v lists them)
decision: hold, NO_RULE: no rule for these codes

$ hubstage explain 12 -v | sed -n '/^rules/,/^source/p'
rules
rule  activity     outcome  why
1     calls        no       action is not phoneout
2     calls        no       action is not phonein
3     emails       no       action is not emailout
4     emails       no       action is not emailin
5     postal_mail  no       action is not letterout
6     postal_mail  no       action is not letterin
7     postal_mail  no       action is not faxout
8     postal_mail  no       action is not faxin
9     meetings     no       action is not meeting
10    meetings     no       action is not demo
11    notes        no       action is not note
12    tasks        no       action is not todo
13    meetings     no       action is not vacation
14    meetings     no       type is not appointment
15    emails       no       type is not email
16    tasks        no       type is not task

source

# A row that a rule skips
$ hubstage explain 8 | sed -n '/^rule/,/^decision/p;/^no derived/,$p'
rule 13 fires: meetings (time off is no dealing with a customer)
rule 14 loses: meetings; its tests hold too, but rule 13 comes first
14 of 16 rules do not match (-v lists them)
decision: skip, RULE_SKIPS: time off is no dealing with a customer
no derived row: no payload

findings
kind     code        property  message
skipped  RULE_SKIPS  -         time off is no dealing with a customer

# Personal text only when asked for
$ hubstage explain 2 --json | grep -c -e Valmorin -e Bonjour
0
[exit 1]

$ hubstage explain 2 --show-values | grep -e lastname -e html
person_lastname          Valmorin
payload_from_lastname       Valmorin                         person_lastname                                      where the address of this side is the person's
payload_to_lastname         -                                person_lastname                                      where the address of this side is the person's
hs_email_html            <p>Bonjour,<br>la réponse.</p>                                                                                    email_body

# Under plan a rule that would match too loses to the first
$ hubstage run "$FIXTURES/edge/case_and_priority.csv" --out plan --as-of 2024-06-01 >/dev/null; hubstage explain 1 --out plan | sed -n '/^rule/,/^decision/p'
rule 32 fires: tasks (a case of high priority is a task)
rule 35 loses: notes; its tests hold too, but rule 32 comes first
rule 36 loses: notes; its tests hold too, but rule 32 comes first
33 of 36 rules do not match (-v lists them)
decision: derive

# What is not there
$ hubstage explain 99
! hubstage: explain: communication 99 is not in the workspace: no row that was loaded has that id, nor one of rejects.csv
[exit 2]

$ hubstage explain x
! hubstage: explain: 'x' is no communication id
[exit 2]

# The row read again from its file: the cells as they stand there
$ cp "$FIXTURES/edge/dates_day_first.csv" .; hubstage run dates_day_first.csv --out days --as-of 2024-06-01 >/dev/null; hubstage explain 1 --out days | sed -n '1,/^Comm_ToDateTime/p'
communication 1, rule set plan
loaded: dates_day_first.csv:2, bytes 337 to 499

read again from dates_day_first.csv: encoding UTF-8, delimiter ',', date-order dmy
header                   cell                 value
Comm_CommunicationId     1                    1
Comm_OpportunityId                            -
Comm_CaseId                                   -
Comm_Type                Call                 Call
Comm_Action              Outbound             Outbound
Comm_Status              Completed            Completed
Comm_Priority            Normal               Normal
Comm_DateTime            04/05/2024 10:00:00  2024-05-04 10:00:00
Comm_ToDateTime                               -
! hubstage: run: dates_day_first.csv: dates read as day/month/year: 2 of its 4 dates fit no other order, the first in line 3, and none contradicts (--date-order dmy says the same of any file)

# In another way, which changes nothing
$ hubstage explain 1 dates_day_first.csv --out days --date-order mdy | sed -n '3,/^Comm_ToDateTime/p'; hubstage explain 1 --out days --date-order ymd | sed -n '3,6p'; hubstage explain 1 --out days --delimiter ';' | sed -n '3,5p'

read again from dates_day_first.csv: encoding UTF-8, delimiter ',', date-order mdy (told now)
header                   cell                 value                loaded
Comm_CommunicationId     1                    1                    -
Comm_OpportunityId                            -                    -
Comm_CaseId                                   -                    -
Comm_Type                Call                 Call                 -
Comm_Action              Outbound             Outbound             -
Comm_Status              Completed            Completed            -
Comm_Priority            Normal               Normal               -
Comm_DateTime            04/05/2024 10:00:00  2024-04-05 10:00:00  2024-05-04 10:00:00
Comm_ToDateTime                               -                    -

read again from dates_day_first.csv: encoding UTF-8, delimiter ',', date-order ymd (told now)
read like this it is rejected: Comm_DateTime: COULD_NOT_PARSE_DATE: '04/05/2024 10:00:00' does not begin with the year, as --date-order ymd says
header                   cell

read again from dates_day_first.csv: encoding UTF-8, delimiter ';' (told now), date-order dmy
the row cannot be read: dates_day_first.csv:1: the header is a single column: neither comma, semicolon, tab nor pipe separates names there (--delimiter names another)

$ hubstage explain 1 --out days --date-order mdy --json | sed -n '/"as"/,/"columns"/p;/"loaded"/p'
      "row": "loaded",
    "as": [
      {
        "option": "encoding",
        "value": "UTF-8",
        "told": false
      },
      {
        "option": "delimiter",
        "value": ",",
        "told": false
      },
      {
        "option": "date-order",
        "value": "mdy",
        "told": true
      }
    ],
    "columns": [
        "loaded": "2024-05-04 10:00:00"
        "loaded": "2024-05-04 10:20:00"

# No file of that name, another file, one that has changed
$ mkdir away; cd away; hubstage explain 1 --out ../days --date-order mdy | sed -n '3,4p'; cd ..; hubstage explain 1 "$FIXTURES/edge/dst.csv" --out days; echo >>dates_day_first.csv; hubstage explain 1 dates_day_first.csv --out days; hubstage explain 1 --out days | sed -n '3,4p'

codes

codes
! hubstage: explain: the file of the row is not here, so that it cannot be read again: name it behind the id
! hubstage: explain: the row comes from dates_day_first.csv, which is none of the files given
! hubstage: explain: dates_day_first.csv is not the file that was loaded: that one has 657 bytes

# A row that was rejected
$ hubstage run "$FIXTURES/bad/every_row_bad.csv" --out bad --as-of 2024-06-01 >/dev/null; hubstage explain 3 --out bad; hubstage explain 7000 --out bad
! hubstage: explain: communication 3 is not in the workspace: its row was rejected: every_row_bad.csv:4: Comm_DateTime: 'tomorrow' is not a date (COULD_NOT_PARSE_DATE)
! hubstage: explain: communication 7000 is not in the workspace: no row that was loaded has that id, nor one of rejects.csv
[exit 2]
