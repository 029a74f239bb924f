# This month's file has codes that no rule covers: they are held, listed by code, and the run says so
$ header=Comm_CommunicationId,Comm_Type,Comm_Action,Comm_Status,Comm_DateTime,Comm_CreatedDate,Person_Id; row() { echo "$1,$2,$3,$4,2024-05-06 07:08:09,2024-05-06 07:00:00,1"; }; { echo $header; row 1 Task PhoneOut Complete; row 2 Sleap Preetude Complete; row 3 Sleap Preetude Pending; row 4 Task PhoneOut Abandonne; row 5 Task Preetude Pending; } >may.csv; { echo $header; row 1 Task PhoneOut Complete; row 2 Sleap Preetude Complete; row 4 Task PhoneOut Abandonne; row 6 Sleap Visio Complete; row 7 Task PhoneIn Reporte; } >june.csv; printf 'legacy_contact_id,hubspot_contact_id\n1,101\n' >contacts.csv

$ hubstage run may.csv --contacts contacts.csv --rules sage --timezone UTC --as-of 2024-06-01
read     5  =  5  loaded   0  merged   0  replaced   0  rejected
loaded   5  =  5  derived  0  skipped  0  in error
derived  5  =  2  new      0  changed  0  unchanged  3  held

in the bundle: 2 new + 0 changed; gone from the source since: 0

activity        rows  share  contact  company  deal  none  in error  held
calls              2  40.0%        2        0     0     0         0     1
emails             0   0.0%        0        0     0     0         0     0
meetings           0   0.0%        0        0     0     0         0     0
notes              2  40.0%        2        0     0     0         0     2
tasks              1  20.0%        1        0     0     0         0     0
communications     0   0.0%        0        0     0     0         0     0
postal_mail        0   0.0%        0        0     0     0         0     0

to look at  why             rows  first: id, or file:line
held        NO_RULE            2  2
held        UNKNOWN_STATUS     1  4
flagged     UNKNOWN_ACTION     1  5

28 of 30 checkpoints pass
checkpoint  what                          value     must be
load        activity types without a row      4  =        0  types  look
load        rows that no rule recognised      2  =        0  rows   look
! hubstage: run: warning: may.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_Email_Clean, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name
[exit 3]

$ wc -l <out/bundle/data/calls.ndjson
1

# Somebody decides
$ hubstage rules export mine --rules sage; sed -i '2i sleap,preetude,,,,,,,,,,notes,,,,a sleep study is a note' mine/classification.csv; echo call_status,abandonne,CANCELED >>mine/values.csv; hubstage run may.csv --contacts contacts.csv --rules mine --timezone UTC --as-of 2024-06-01 | grep -A9 'to look at'
mine: a copy of the rule set sage to edit; use it with --rules mine
to look at  why             rows  first: id, or file:line
flagged     UNKNOWN_ACTION     1  5

29 of 30 checkpoints pass
checkpoint  what                          value     must be
load        activity types without a row      4  =        0  types  look
! hubstage: run: warning: may.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_Email_Clean, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name

# Next month's file stops again, and only at what is new in it
$ hubstage run june.csv --contacts contacts.csv --rules mine --timezone UTC --as-of 2024-07-01 | grep -A9 'to look at'
to look at  why             rows  first: id, or file:line
held        NO_RULE            1  6
held        UNKNOWN_STATUS     1  7

28 of 30 checkpoints pass
checkpoint  what                          value     must be
load        activity types without a row      5  =        0  types  look
load        rows that no rule recognised      1  =        0  rows   look
! hubstage: run: warning: june.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_Email_Clean, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name

$ sqlite3 out/staging.db "SELECT comm_communicationid, code, property, message FROM finding ORDER BY 1"
6|NO_RULE||no rule for these codes
7|UNKNOWN_STATUS||values.csv does not say what this status means
