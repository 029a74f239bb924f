# What real exports hold, under both rule sets
$ hubstage profile $FIXTURES/edge/sage_pairs.csv --rules sage --timezone Europe/Paris
sage_pairs.csv: 12 rows, 2,946 bytes
read as UTF-8 (it is well-formed UTF-8), separated by comma (22 columns in 13 of the first 13 records)
lines end in LF (12); the longest record has 237 bytes (line 9)

column                   filled  distinct  longest  what is in it
Comm_CommunicationId     100.0%        12        2
Comm_OpportunityId         0.0%         0        0
Comm_CaseId                0.0%         0        0
Comm_Type                100.0%         3        5
Comm_Action              100.0%         4        8
Comm_Status              100.0%         4       10
Comm_Priority             91.6%         1        6
Comm_DateTime            100.0%         2       19  ISO
Comm_ToDateTime          100.0%         2       19  ISO
Comm_Note                 75.0%         1       14
Comm_Subject             100.0%        12       27
Comm_Email_Clean          25.0%         1       31
Comm_CreatedDate         100.0%         1       19  ISO
Comm_UpdatedDate         100.0%         1       19  ISO
Comm_OriginalDateTime      0.0%         0        0
Comm_OriginalToDateTime    0.0%         0        0
Person_Id                100.0%         1        1
Person_FirstName         100.0%         1        4
Person_LastName          100.0%         1        8
Person_EmailAddress      100.0%         1       25
Company_Id                91.6%         1        1
Company_Name              91.6%         1       11

hours of the day           0  3  6  9  12 15 18 21     (9: the busiest hour; office hours that begin early or late are a wrong --timezone)
Comm_DateTime              ..........9.......3.....
Comm_ToDateTime            .........39.............
Comm_CreatedDate           ..........9.............
Comm_UpdatedDate           ........9...............

what the rows become under the rules sage, and under plan where that differs
type   action    status      priority  rows  ids  years  person  company  deal  case  no note  end<start  sage      rule  plan
Email  EmailOut  Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%   100.0%       0.0%  emails       3
Email  Meeting   Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  meetings     9  emails
Email  PhoneOut  Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  calls        1  emails
Email  ToDo      InProgress               1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%     100.0%  tasks       12  emails
Task   EmailOut  Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%   100.0%       0.0%  emails       3  tasks
Task   Meeting   Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  meetings     9  tasks
Task   PhoneOut  Cancelled                1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  calls        1  tasks
Task   PhoneOut  Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  calls        1  tasks
Task   PhoneOut  Pending                  1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  calls        1  tasks
Task   ToDo      Complete                 1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%     100.0%  tasks       12
Task   ToDo      Pending                  1    1  2024   100.0%   100.0%  0.0%  0.0%     0.0%     100.0%  tasks       12
email  EmailOut  Complete                 1    1  2024   100.0%     0.0%  0.0%  0.0%   100.0%       0.0%  emails       3

# A file that could not be loaded: both orders of day and month, with the lines
$ hubstage profile $FIXTURES/bad/contradicting_date_orders.csv
contradicting_date_orders.csv: 2 rows, 663 bytes
read as UTF-8 (it is well-formed UTF-8), separated by comma (22 columns in 3 of the first 3 records)
lines end in LF (2); the longest record has 163 bytes (line 2)
loading would refuse it: contradicting_date_orders.csv:3: its times are in two orders: 2 fit only day/month (first in line 2), 2 only month/day (first in line 3); --date-order dmy or mdy decides, and rejects the others

column                   filled  distinct  longest  what is in it
Comm_CommunicationId     100.0%         2        1
Comm_OpportunityId         0.0%         0        0
Comm_CaseId                0.0%         0        0
Comm_Type                100.0%         1        4
Comm_Action              100.0%         1        8
Comm_Status              100.0%         1        9
Comm_Priority            100.0%         1        6
Comm_DateTime            100.0%         2       19  both orders; 1 fit only day/month (line 2); 1 fit only month/day (line 3)
Comm_ToDateTime            0.0%         0        0
Comm_Note                100.0%         1       17
Comm_Subject             100.0%         1        8
Comm_Email_Clean           0.0%         0        0
Comm_CreatedDate         100.0%         2       19  both orders; 1 fit only day/month (line 2); 1 fit only month/day (line 3)
Comm_UpdatedDate           0.0%         0        0
Comm_OriginalDateTime      0.0%         0        0
Comm_OriginalToDateTime    0.0%         0        0
Person_Id                100.0%         1        1
Person_FirstName         100.0%         1        4
Person_LastName          100.0%         1        8
Person_EmailAddress      100.0%         1       25
Company_Id               100.0%         1        1
Company_Name             100.0%         1       11

hours of the day           0  3  6  9  12 15 18 21     (9: the busiest hour; office hours that begin early or late are a wrong --timezone)
Comm_DateTime              ..........9.............
Comm_CreatedDate           ..........9.............

2 rows would be rejected: COULD_NOT_PARSE_DATE, the first in line 2, Comm_DateTime

what the rows become under the rules plan, and under sage where that differs
type  action    status     priority  rows  ids  years  person  company  deal  case  no note  end<start  plan   rule  sage
Call  Outbound  Completed               2    0  2024   100.0%   100.0%  0.0%  0.0%     0.0%       0.0%  calls     1  notes, held

codes that values.csv does not list, and the default they fall to
column  value     of     rows  gets      as              first line
action  Outbound  calls     2  OUTBOUND  call_direction           2

# Case of codes, blanks, and a priority that makes a difference
$ hubstage profile $FIXTURES/edge/case_and_priority.csv | sed -n '/under the rules/,$p'
what the rows become under the rules plan, and under sage where that differs
type  action    status     priority  rows  ids  years  person  company  deal    case  no note  end<start  plan   rule  sage
Case  Outbound  Completed  -            1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed   URGENT      1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  tasks    33  notes, held
Case  Outbound  Completed  1            1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed  High         1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  tasks    32  notes, held
Case  Outbound  Completed  High         1    1  2024   100.0%   100.0%  0.0%    0.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed  High         1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  tasks    32  notes, held
Case  Outbound  Completed  Hoch         1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed  Low          1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed  Normal       1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  notes    35  notes, held
Case  Outbound  Completed  critical     1    1  2024   100.0%   100.0%  0.0%  100.0%     0.0%       0.0%  tasks    34  notes, held

# Attendees, and rows that contradict each other
$ hubstage profile $FIXTURES/edge/attendees.csv $FIXTURES/edge/conflicting_rows.csv | tail -n 6
2 communications have 4 further rows with the same content: attendees, merged

3 communications have rows that contradict each other; the first row stays
  conflicting_rows.csv: 1 in line 2 and line 3
  conflicting_rows.csv: 2 in line 4 and line 5
  conflicting_rows.csv: 3 in line 7 and line 8

# UTF-16, and a column by another name
$ hubstage profile $FIXTURES/edge/utf16le_bom.csv | head -n 3; hubstage profile $FIXTURES/edge/header_aliases.csv | grep 'read as'
utf16le_bom.csv: 3 rows, 1,854 bytes
read as UTF-16LE (it begins with a byte order mark), separated by comma (22 columns in 4 of the first 4 records)
lines end in LF (3); the longest record has 404 bytes (line 3)
read as UTF-8 (it is well-formed UTF-8), separated by comma (22 columns in 3 of the first 3 records)
Comm_Email                50.0%         1       16  read as Comm_Email_Clean
Pers_PersonId            100.0%         1        1  read as Person_Id
Comp_CompanyId           100.0%         1        1  read as Company_Id

# Null markers by kind, ids with a point, sentinels
$ hubstage profile $FIXTURES/edge/null_markers_everywhere.csv | grep NULL; hubstage profile $FIXTURES/edge/float_ids.csv | grep 12345
> hubstage profile $FIXTURES/edge/date_sentinels.csv | grep sentinels
Comm_OpportunityId         0.0%         0        0  NULL 3
Comm_CaseId                0.0%         0        0  NULL 3
Comm_Action                0.0%         1        4  NULL 3
Comm_Priority              0.0%         1        4  NULL 3
Comm_ToDateTime            0.0%         0        0  NULL 3
Comm_Note                  0.0%         1        4  NULL 3
Comm_Subject              66.6%         2        8  NULL 1
Comm_Email_Clean           0.0%         1        4  NULL 3
Comm_UpdatedDate           0.0%         0        0  NULL 3
Comm_OriginalDateTime      0.0%         0        0  NULL 3
Comm_OriginalToDateTime    0.0%         0        0  NULL 3
Company_Id                 0.0%         0        0  NULL 3
Company_Name               0.0%         1        4  NULL 3
Comm_OpportunityId       100.0%         3        3  3 like 12345.0
Comm_CaseId              100.0%         1        7  3 like 12345.0
Person_Id                100.0%         3        3  3 like 12345.0
Company_Id               100.0%         3        4  3 like 12345.0
date_sentinels.csv: 4 rows, 1,179 bytes
Comm_DateTime            100.0%         2       19  ISO; 1 stand for none (sentinels)
Comm_ToDateTime          100.0%         2       19  ISO; 1 stand for none (sentinels)
Comm_UpdatedDate         100.0%         2       19  ISO; 1 stand for none (sentinels)
Comm_OriginalDateTime     25.0%         1       19  ISO; 1 stand for none (sentinels)
Comm_OriginalToDateTime   25.0%         1       19  ISO; 1 stand for none (sentinels)

# Excel was there
$ hubstage profile $FIXTURES/bad/excel_destroyed_dates.csv | grep -E 'refuse|Excel'; hubstage profile $FIXTURES/bad/excel_serial_dates.csv | grep -E 'refuse|serial'
loading would refuse it: excel_destroyed_dates.csv:2: Comm_DateTime: Excel removed the dates: 3 of 3 values are minutes and seconds only; export again without opening the file in Excel
Comm_DateTime            100.0%         1        7  destroyed by Excel
Comm_ToDateTime          100.0%         1        7  destroyed by Excel
Comm_CreatedDate         100.0%         1        7  destroyed by Excel
Comm_UpdatedDate         100.0%         1        7  destroyed by Excel
excel_serial_dates.csv: 2 rows, 652 bytes
loading would refuse it: excel_serial_dates.csv:2: Comm_DateTime: 2 of 2 values are numbers, as Excel stores times; --excel-serial reads them as days since 1899-12-30
Comm_DateTime            100.0%         2       16  serial numbers; 1 without a time
Comm_ToDateTime           50.0%         1       16  serial numbers
Comm_CreatedDate         100.0%         2        7  serial numbers; 1 without a time
Comm_UpdatedDate          50.0%         1       16  serial numbers

# A required column is missing: the rest can be looked at
$ hubstage profile $FIXTURES/bad/missing_required_column.csv | sed -n '3,4p'
lines end in LF (2); the longest record has 185 bytes (line 3)
loading would refuse it: missing_required_column.csv:1: required columns are missing: Comm_DateTime

# What is no CSV at all, or has no names
$ hubstage profile $FIXTURES/bad/xlsx_named_csv.csv
! hubstage: profile: xlsx_named_csv.csv is an Excel workbook or another zip archive, not a CSV file
[exit 5]

$ hubstage profile $FIXTURES/bad/no_header.csv
! hubstage: profile: no_header.csv:1: the first line has values, not names; export the file with a header line
[exit 5]

# The document
$ hubstage profile $FIXTURES/edge/sage_pairs.csv --json | grep -A 24 '"profile": \['
  "profile": [
    {
      "type": "Email",
      "action": "EmailOut",
      "status": "Complete",
      "priority": null,
      "rows": 1,
      "ids": 1,
      "first_year": 2024,
      "last_year": 2024,
      "with_person": 1,
      "with_company": 1,
      "with_deal": 0,
      "with_case": 0,
      "empty_note": 1,
      "end_before_start": 0,
      "activity": "emails",
      "rule": 7,
      "decision": "derive",
      "reason": "type is a word for an e-mail",
      "other_activity": "emails",
      "other_rule": 3,
      "other_decision": "derive",
      "priority_matters": 0
    },

# No workspace is made
$ ls
