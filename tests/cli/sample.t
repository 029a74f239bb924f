$ fixturegen --mixture sage --rows 3000 --attendees 3 --out in --quiet

$ hubstage run in/communications.csv --contacts in/contacts.csv --companies in/companies.csv --deals in/deals.csv --rules sage --timezone UTC --as-of 2026-07-01 >/dev/null
! hubstage: run: communications.csv: 15 cells had private-use characters replaced
[exit 3]

# The odd ones first, a few of each type
$ hubstage sample --per-type 4
activity     id    where                     rule  type         action         status      date                 subject   note  associated  why
calls        644   communications.csv:2475      1  Task         PhoneOut       Complete    2021-05-27 16:50:00       29    335  no          on no record
calls        2343  communications.csv:9190      1  Task         PhoneOut       Complete    2014-01-07 08:30:00       29    116  yes         earliest
calls        2     communications.csv:6         1  Task         PhoneOut       Pending     2017-05-31 16:25:00       24    352  yes         first with these codes
calls        2599  communications.csv:10085     1  Task         PhoneOut       Pending     2026-06-19 12:40:00       18  1,398  yes         latest
emails       2500  communications.csv:9779      3  Email        EmailOut       Complete    2016-09-05 16:30:00       21         yes         INVALID_EMAIL
emails       2296  communications.csv:9005      3  Email        EmailOut       Complete    2022-12-26 10:40:00       29         yes         longest row
emails       301   communications.csv:1116      3  Email        EmailOut       Complete    2014-01-13 14:55:00       14         yes         earliest
emails       47    communications.csv:164       3  Email        EmailOut       Complete    2021-02-02 17:10:00       25         no          on no record
meetings     2120  communications.csv:8434     13  Appointment  Vacation       Complete    2015-08-07 09:05:00       20         yes         RULE_SKIPS
meetings     264   communications.csv:996      14  Appointment  OnlineMeeting  Pending     2025-07-29 13:40:00       28    771  yes         UNKNOWN_ACTION
meetings     13    communications.csv:35        9  Appointment  Meeting        Pending     2025-07-14 11:15:00        5  1,362  yes         first with these codes
meetings     70    communications.csv:231      10  Appointment  Demo           Complete    2021-10-04 10:35:00       28    290  no          on no record
notes        2851  communications.csv:10995        RDV          Preetude       Complete    2023-11-16 14:50:00       29    464  yes         NO_RULE
notes        22    communications.csv:65       11  Task         Note           Pending     2022-05-10 12:25:00       24  1,088  yes         first with these codes
notes        767   communications.csv:2954         Fax                         Complete    2024-07-05 08:45:00       29  1,253  yes         NO_RULE
notes        963   communications.csv:3780         task/todo    Preetude       Pending     2023-07-27 15:30:00       30  1,037  yes         NO_RULE
tasks        26    communications.csv:88       16  Task                        InProgress  2020-01-10 08:40:00       30    100  yes         first with these codes
tasks        431   communications.csv:1695     12  Task         ToDo           Complete    2024-05-08 08:18:32       36    841  yes         longest row
tasks        1448  communications.csv:5901     12  Email        ToDo           InProgress  2025-02-11 09:05:00       31    809  yes         latest
tasks        7     communications.csv:11       12  Task         ToDo           Pending     2021-03-29 12:48:41       17    788  yes         first with these codes
postal_mail  18    communications.csv:47        5  Task         LetterOut      Complete    2020-04-14 11:05:00       18    693  yes         first with these codes
postal_mail  819   communications.csv:3213      8  Task         FaxIn          Complete    2026-04-23 13:35:00       29    492  yes         latest
postal_mail  1182  communications.csv:4603      6  Task         LetterIn       Complete    2014-08-15 13:47:49       29  1,456  yes         longest row
postal_mail  20    communications.csv:63        7  Task         FaxOut         Complete    2021-04-23 09:00:00       16    629  yes         first with these codes

# Always the same ones
$ hubstage sample --json >1.json; hubstage sample --json | cmp - 1.json && grep -c '"id"' 1.json
57
