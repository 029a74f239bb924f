# Every file of fixtures/edge: what loads, how it is stored, and what is rejected. The script says where the rows went, what was
# rejected, and shows the named columns of what was loaded or of the table that is named.

$ cat >try <<'END'
> #!/bin/bash
> rm -rf w
> hubstage run "$FIXTURES/edge/$1" --contacts $FIXTURES/edge/contacts.csv --companies $FIXTURES/edge/companies.csv \
> --deals $FIXTURES/edge/deals.csv --out w >answer
> status=$?
> head -n 1 answer
> [ -e w/staging.db ] || exit $status
> sqlite3 w/staging.db "SELECT i.name || ':' || line || ' (byte ' || byte_offset || '): ' ||
> ifnull(column_name || ': ', '') || code || ': ' || message FROM reject r JOIN input i ON i.id = r.input_id ORDER BY r.id"
> [ $# = 1 ] || sqlite3 -nullvalue NULL w/staging.db "SELECT id, $2 FROM ${3:-ic_communication_master} ORDER BY id"
> exit $status
> END
> chmod +x try

# A blank before an opening quote, and a comma inside: one column too many when read strictly
$ ./try blank_before_quote.csv "comm_subject"
read     3  =  2  loaded   0  merged   0  replaced   1  rejected
blank_before_quote.csv:3 (byte 538): COULD_NOT_PARSE_ROW: line 3, byte 77: a quote stands where none may be; the line stands in rejects.raw
1|Quote 17
3|Quote 17
[exit 3]

# Before the header, between rows, at the end
$ ./try blank_lines.csv "comm_type"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call
2|Call

# CR line ends; LF inside a quoted note
$ ./try cr.csv "quote(comm_note)"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|'Prices discussed.'
2|'Voilà la réponse.'
3|'two
lines'

# CRLF line ends; LF inside a quoted note
$ ./try crlf.csv "quote(comm_note)"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|'Prices discussed.'
2|'Voilà la réponse.'
3|'two
lines'

# 25 columns: three more of the same system
$ ./try extra_columns.csv "comm_subject"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Quote 17
2|Offre n° 17
! hubstage: run: warning: extra_columns.csv: these columns are ignored: Case_Description, Case_CompanyId, Case_PersonId

# 26 columns: later exports, one name with a dot
$ ./try extra_columns_dotted.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: warning: extra_columns_dotted.csv: these columns are ignored: Comm_OwnerEmail, Comm_Channel, Comm_Deleted, Companies.Owner_Email

# Comm_Email, Pers_PersonId, Comp_CompanyId for Comm_Email_Clean, Person_Id, Company_Id
$ ./try header_aliases.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected

# A blank on both sides of every name
$ ./try header_with_blanks.csv "comm_type, comm_action, comm_datetime, company_id"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Outbound|2024-03-05 10:00:00|1
2|Email|Outgoing|2024-03-05 10:00:00|1

# Reverse order, upper, lower and mixed case
$ ./try headers_reordered_and_cased.csv "comm_type, comm_action, comm_datetime, company_id"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Outbound|2024-03-05 10:00:00|1
2|Email|Outgoing|2024-03-05 10:00:00|1

# UTF-8 read as Windows-1252 and saved as Mac Roman: e-acute is CC A9; needs `--repair`
$ ./try mac_mojibake.csv
! hubstage: run: mac_mojibake.csv: its text was damaged twice before it came here: 10 letters were UTF-8, read as Windows-1252 and then saved as Mac Roman; --repair mends it and keeps the original bytes of every cell, --encoding MACINTOSH takes it as it is
[exit 5]

# The four required columns only
$ ./try missing_optional_columns.csv "comm_type, comm_subject, person_id"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|NULL|NULL
2|Email|NULL|NULL
! hubstage: run: warning: missing_optional_columns.csv: these columns are missing and load as NULL: Comm_OpportunityId, Comm_CaseId, Comm_Action, Comm_Status, Comm_Priority, Comm_ToDateTime, Comm_Note, Comm_Subject, Comm_Email_Clean, Comm_UpdatedDate, Comm_OriginalDateTime, Comm_OriginalToDateTime, Person_Id, Person_FirstName, Person_LastName, Person_EmailAddress, Company_Id, Company_Name
[exit 4]

# Four of the optional columns are missing
$ ./try missing_some_optional_columns.csv "comm_type, comm_subject, comm_priority, company_name"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Quote 17|NULL|NULL
2|Email|Offre n° 17|NULL|NULL
! hubstage: run: warning: missing_some_optional_columns.csv: these columns are missing and load as NULL: Comm_Priority, Comm_Email_Clean, Comm_OriginalDateTime, Company_Name

# CRLF, LF and CR in one file; CRLF inside a note
$ ./try mixed_line_ends.csv "quote(comm_note)"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|'Prices discussed.'
2|'Prices discussed.'
3|'a
b'

# Good UTF-8 whose text was damaged before: e-acute is two letters
$ ./try mojibake_utf8.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: mojibake_utf8.csv: read as UTF-8 (it is well-formed UTF-8), separated by comma (22 columns in 3 of the first 3 records); 4 letters at its beginning look like UTF-8 that was read as Windows-1252: --repair mends them

# The last row has no line end
$ ./try no_final_newline.csv "company_id, company_name"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|1|Norvalex SA
2|1|Norvalex SA

# The last byte is a comma
$ ./try no_final_newline_last_field_empty.csv "company_id, company_name"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|1|Norvalex SA
2|NULL|NULL

# CRLF, LF and CR inside quoted notes: kept byte for byte, line numbers stay true
$ ./try note_with_crlf.csv "replace(replace(comm_note,char(13),'<CR>'),char(10),'<LF>')"
read     5  =  5  loaded   0  merged   0  replaced   0  rejected
1|one<CR><LF>two<CR><LF>three
2|one<LF>two<LF>
3|one<CR>two
4|<CR><LF>mixed<LF>line<CR>ends<CR><LF>
5|Prices discussed.

# Delimiter \|
$ ./try pipe.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: pipe.csv: read as UTF-8 (it is well-formed UTF-8), separated by pipe (22 columns in 4 of the first 4 records)

# Quotes around every field
$ ./try quote_all.csv "comm_type, comm_subject, comm_note"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Quote 17|Prices discussed.
2|Email|Offre n° 17|Voilà la réponse.

# `5" wide` and `the "big" one` without quotes around them
$ ./try quote_inside_unquoted_field.csv "comm_subject"
read     3  =  1  loaded   0  merged   0  replaced   2  rejected
quote_inside_unquoted_field.csv:2 (byte 337): COULD_NOT_PARSE_ROW: line 2, byte 84: a quote stands where none may be; the line stands in rejects.raw
quote_inside_unquoted_field.csv:3 (byte 535): COULD_NOT_PARSE_ROW: line 3, byte 98: a quote stands where none may be; the line stands in rejects.raw
3|Quote 17
[exit 3]

# `""` in place of an empty field: NULL both; row 3 has no type
$ ./try quoted_empty.csv "comm_action, comm_note, comm_subject"
read     3  =  2  loaded   0  merged   0  replaced   1  rejected
quoted_empty.csv:4 (byte 637): Comm_Type: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
1|Outbound|NULL|NULL
2|Outbound|NULL|NULL
[exit 3]

# Rows of 1, 13, 22 and 23 columns
$ ./try ragged_rows.csv "comm_subject"
read     6  =  2  loaded   0  merged   0  replaced   4  rejected
ragged_rows.csv:3 (byte 538): INCORRECT_NUMBER_OF_COLUMNS: 1 columns, the header has 22; the record stands in rejects.raw
ragged_rows.csv:4 (byte 540): INCORRECT_NUMBER_OF_COLUMNS: 23 columns, the header has 22; the record stands in rejects.raw
ragged_rows.csv:5 (byte 746): INCORRECT_NUMBER_OF_COLUMNS: 13 columns, the header has 22; the record stands in rejects.raw
ragged_rows.csv:6 (byte 802): INCORRECT_NUMBER_OF_COLUMNS: 23 columns, the header has 22; the record stands in rejects.raw
1|Quote 17
6|Quote 17
[exit 3]

# A rejects.csv come back: reject_ columns first, cells with the quote that spreadsheets are kept off by
$ ./try rejects_corrected.csv "comm_subject, comm_note, company_name"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
17|=quoted once|'quoted twice|Norvalex SA
21|+33 1 99 00 12 34|'tis unchanged but for one quote|Norvalex SA

# Rows of nothing but commas
$ ./try rows_of_commas.csv "comm_subject"
read     4  =  2  loaded   0  merged   0  replaced   2  rejected
rows_of_commas.csv:3 (byte 538): Comm_CommunicationId: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
rows_of_commas.csv:5 (byte 761): Comm_CommunicationId: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
1|Quote 17
2|Quote 17
[exit 3]

# A quote opens in line 3 and closes in line 5: two rows are swallowed, line 5 has text after it
$ ./try runaway_quote.csv "comm_subject"
read     5  =  3  loaded   0  merged   0  replaced   2  rejected
runaway_quote.csv:3 (byte 538): COULD_NOT_PARSE_ROW: line 5, byte 77: a quote stands where none may be; the line stands in rejects.raw
runaway_quote.csv:5 (byte 949): COULD_NOT_PARSE_ROW: line 5, byte 84: a quote stands where none may be; the line stands in rejects.raw
1|Quote 17
3|Quote 17
5|Quote 17
[exit 3]

# Delimiter ;
$ ./try semicolon.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: semicolon.csv: read as UTF-8 (it is well-formed UTF-8), separated by semicolon (22 columns in 4 of the first 4 records)

# Excel's line `sep=;` before the header
$ ./try sep_line.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: sep_line.csv: read as UTF-8 (it is well-formed UTF-8), separated by semicolon (its first line, sep=, says so)

# Delimiter TAB; a quoted field holds one
$ ./try tab.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: tab.csv: read as UTF-8 (it is well-formed UTF-8), separated by tab (22 columns in 4 of the first 4 records)

# `"closed" and more`, and a blank after a closing quote
$ ./try text_after_closing_quote.csv "comm_subject"
read     4  =  2  loaded   0  merged   0  replaced   2  rejected
text_after_closing_quote.csv:3 (byte 538): COULD_NOT_PARSE_ROW: line 3, byte 84: a quote stands where none may be; the line stands in rejects.raw
text_after_closing_quote.csv:4 (byte 739): COULD_NOT_PARSE_ROW: line 4, byte 102: a quote stands where none may be; the line stands in rejects.raw
1|Quote 17
4|Quote 17
[exit 3]

# UTF-16 with BOM; an emoji is a surrogate pair
$ ./try utf16be_bom.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: utf16be_bom.csv: read as UTF-16BE (it begins with a byte order mark), separated by comma (22 columns in 4 of the first 4 records)

# UTF-16 with BOM; an emoji is a surrogate pair
$ ./try utf16le_bom.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: utf16le_bom.csv: read as UTF-16LE (it begins with a byte order mark), separated by comma (22 columns in 4 of the first 4 records)

# UTF-16LE known only by its NUL bytes
$ ./try utf16le_no_bom.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: utf16le_no_bom.csv: read as UTF-16LE (every second byte of its letters is NUL), separated by comma (22 columns in 4 of the first 4 records)

# The BOM is no part of the first name
$ ./try utf8_bom.csv "comm_type, comm_subject"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Quote 17
2|Email|Offre n° 17

# The BOM stands before a quote
$ ./try utf8_bom_quoted_header.csv "comm_type, comm_subject"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|Call|Quote 17
2|Email|Offre n° 17

# Windows-1252, with the euro sign and curly quotes
$ ./try windows_1252.csv "comm_note"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|Prices discussed.
2|Voilà la réponse.
3|Prix 12 €, « délai » – “bref”
! hubstage: run: windows_1252.csv: read as WINDOWS-1252 (10 bytes beyond ASCII fit its letters and signs best), separated by comma (22 columns in 4 of the first 4 records)

# Blanks, sign, zeros, fraction, both ends of 32 bits, none, exponent; ` 12 ` and 0012 are the same id
$ ./try communication_ids.csv "comm_subject"
read     12  =  8  loaded   0  merged   0  replaced   4  rejected
communication_ids.csv:7 (byte 1372): Comm_CommunicationId: INVALID_NUMBER_SIZE: '2147483648' is outside -2147483648 to 2147483647
communication_ids.csv:10 (byte 1991): Comm_CommunicationId: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
communication_ids.csv:11 (byte 2188): Comm_CommunicationId: COULD_NOT_PARSE_NUMBER: '1e5' is not a whole number
communication_ids.csv:13 (byte 2594): Comm_CommunicationId: DUPLICATE_RECORD_ID: '12' is already the id of line 2, whose content differs
-16|id [-16]
0|id [0]
12|id [ 12 ]
13|id [+13]
14|id [0014]
15|id [15.0]
17|id [17 ]
2147483647|id [2147483647]
[exit 3]

# One date column without times, one with milliseconds
$ ./try date_only_column.csv "comm_datetime, comm_createddate, comm_updateddate"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|2024-03-01 00:00:00|2024-03-01 10:20:00|2024-03-06 08:00:00
2|2024-03-02 00:00:00|2024-03-02 10:20:00|2024-03-06 08:00:00
3|2024-03-03 00:00:00|2024-03-03 10:20:00|2024-03-06 08:00:00

# 1899-12-30, 1900-01-01, 9999-12-31: NULL in `sage`, dates in `plan`; in row 4 in a required column
$ ./try date_sentinels.csv "comm_datetime, comm_todatetime, comm_updateddate, comm_originaldatetime"
read     4  =  4  loaded   0  merged   0  replaced   0  rejected
1|2024-03-05 10:00:00|1899-12-30 00:00:00|2024-03-06 08:00:00|NULL
2|2024-03-05 10:00:00|2024-03-05 10:15:00|1900-01-01 00:00:00|NULL
3|2024-03-05 10:00:00|2024-03-05 10:15:00|2024-03-06 08:00:00|9999-12-31 00:00:00
4|1899-12-30 00:00:00|2024-03-05 10:15:00|2024-03-06 08:00:00|NULL

# 13/05/2024 settles the order
$ ./try dates_day_first.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: dates_day_first.csv: dates read as day/month/year: 2 of its 4 dates fit no other order, the first in line 3, and none contradicts (--date-order dmy says the same of any file)

# 5/13/2024 12:30 PM settles the order; 12:30 AM
$ ./try dates_month_first.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
! hubstage: run: dates_month_first.csv: dates read as month/day/year: 2 of its 4 dates fit no other order, the first in line 3, and none contradicts (--date-order mdy says the same of any file)

# Europe/Paris around 2026-03-29 02:30, which does not exist, and 2026-10-25 02:30, which does twice
$ ./try dst.csv "comm_subject, comm_datetime"
read     8  =  8  loaded   0  merged   0  replaced   0  rejected
1|Europe/Paris 2026-03-29 01:59:59|2026-03-29 01:59:59
2|Europe/Paris 2026-03-29 02:00:00|2026-03-29 02:00:00
3|Europe/Paris 2026-03-29 02:30:00|2026-03-29 02:30:00
4|Europe/Paris 2026-03-29 03:00:00|2026-03-29 03:00:00
5|Europe/Paris 2026-10-25 01:59:59|2026-10-25 01:59:59
6|Europe/Paris 2026-10-25 02:30:00|2026-10-25 02:30:00
7|Europe/Paris 2026-10-25 02:59:59|2026-10-25 02:59:59
8|Europe/Paris 2026-10-25 03:00:00|2026-10-25 03:00:00

# 1.0 and 1.00 in the id columns that may be empty
$ ./try float_ids.csv "comm_opportunityid, comm_caseid, person_id, company_id"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|1|70001|1|1
2|2|70001|2|2
3|3|70001|3|3

# Cells that begin with = + - @ TAB CR ' and a blank
$ ./try formula_cells.csv "comm_subject, comm_note"
read     10  =  10  loaded   0  merged   0  replaced   0  rejected
1|=1+1|=1+1
2|+33 1 99 00 12 34|+33 1 99 00 12 34
3|-5 degrees|-5 degrees
4|@all|@all
5|	tab first|	tab first
6|return first|return first
7|'quoted|'quoted
8|''twice|''twice
9|=HYPERLINK("https://www.example.com","x")|=HYPERLINK("https://www.example.com","x")
10| =1+1| =1+1

# HTML, script, C0 and C1 characters, line separators, private use, noncharacters, RTF
$ ./try html_and_control_characters.csv "hex(substr(comm_note,1,24))"
read     9  =  9  loaded   0  merged   0  replaced   0  rejected
1|3C703E48656C6C6F203C623E616C6C3C2F623E2026616D70
2|3C7363726970743E616C65727428227822293C2F73637269
3|62656C6C07206261636B7370616365082076657274696361
4|74616209686572652C206261636B5C736C6173682C202F73
5|633120C285C29B20736570617261746F727320E280A8E280A920626F6D20
6|7072697661746520EF80AD20EF82A7206E6F6E636861726163746572
7|7B5C727466315C616E73692048656C6C6F205C6220626F6C
8|3C212D2D5B696620677465206D736F20395D3E3C786D6C3E
9|0C1F

# Comm_CaseId in twenty forms; the subject shows the form. Integers: 1 to 4, 6, 7, 11, 16; NULL: 9; the others are not
$ ./try integers.csv "comm_subject, comm_caseid"
read     20  =  9  loaded   0  merged   0  replaced   11  rejected
integers.csv:6 (byte 1219): Comm_CaseId: INVALID_NUMBER_SIZE: '2147483648' is outside -2147483648 to 2147483647
integers.csv:9 (byte 1881): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '1e5' is not a whole number
integers.csv:11 (byte 2307): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '12,000' is not a whole number
integers.csv:13 (byte 2767): Comm_CaseId: INVALID_NUMBER_SIZE: '-2147483649' is outside -2147483648 to 2147483647
integers.csv:14 (byte 3000): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '12.5' is not a whole number
integers.csv:15 (byte 3219): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '0x0C' is not a whole number
integers.csv:16 (byte 3438): Comm_CaseId: COULD_NOT_PARSE_NUMBER: 'twelve' is not a whole number
integers.csv:18 (byte 3874): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '１２' is not a whole number
integers.csv:19 (byte 4097): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '1 2' is not a whole number
integers.csv:20 (byte 4314): Comm_CaseId: COULD_NOT_PARSE_NUMBER: '--5' is not a whole number
integers.csv:21 (byte 4531): Comm_CaseId: INVALID_NUMBER_SIZE: '99999999999999999999' is outside -2147483648 to 2147483647
1|Comm_CaseId is [ 12 ]|12
2|Comm_CaseId is [+12]|12
3|Comm_CaseId is [0012]|12
4|Comm_CaseId is [2147483647]|2147483647
6|Comm_CaseId is [-5]|-5
7|Comm_CaseId is [12.0]|12
9|Comm_CaseId is []|NULL
11|Comm_CaseId is [-2147483648]|-2147483648
16|Comm_CaseId is [0]|0
[exit 3]

# Each limited column at its limit and one character over, in two-byte letters; 100 and 101 emoji; combining accents
$ ./try lengths.csv "length(comm_type), length(comm_action), length(comm_status), length(comm_priority), length(comm_email_clean), length(person_firstname), length(person_lastname), length(person_emailaddress), length(company_name)"
read     21  =  11  loaded   0  merged   0  replaced   10  rejected
lengths.csv:3 (byte 745): Comm_Type: COLUMN_TOO_LARGE: 101 characters, at most 100 are allowed
lengths.csv:5 (byte 1561): Comm_Action: COLUMN_TOO_LARGE: 101 characters, at most 100 are allowed
lengths.csv:7 (byte 2374): Comm_Status: COLUMN_TOO_LARGE: 101 characters, at most 100 are allowed
lengths.csv:9 (byte 3090): Comm_Priority: COLUMN_TOO_LARGE: 51 characters, at most 50 are allowed
lengths.csv:11 (byte 4614): Comm_Email_Clean: COLUMN_TOO_LARGE: 501 characters, at most 500 are allowed
lengths.csv:13 (byte 6440): Person_FirstName: COLUMN_TOO_LARGE: 201 characters, at most 200 are allowed
lengths.csv:15 (byte 7657): Person_LastName: COLUMN_TOO_LARGE: 201 characters, at most 200 are allowed
lengths.csv:17 (byte 9452): Person_EmailAddress: COLUMN_TOO_LARGE: 501 characters, at most 500 are allowed
lengths.csv:19 (byte 11847): Company_Name: COLUMN_TOO_LARGE: 501 characters, at most 500 are allowed
lengths.csv:21 (byte 13655): Comm_Status: COLUMN_TOO_LARGE: 101 characters, at most 100 are allowed
1|100|8|9|6|NULL|4|8|25|11
3|4|100|9|6|NULL|4|8|25|11
5|4|8|100|6|NULL|4|8|25|11
7|4|8|9|50|NULL|4|8|25|11
9|4|8|9|6|500|4|8|25|11
11|4|8|9|6|NULL|200|8|25|11
13|4|8|9|6|NULL|4|200|25|11
15|4|8|9|6|NULL|4|8|500|11
17|4|8|9|6|NULL|4|8|25|500
19|4|8|100|6|NULL|4|8|25|11
21|4|8|100|6|NULL|4|8|25|11
[exit 3]

# NULL, NaN, NaT, None, nan, null, nothing, N/A in id and date columns; N/A is no marker
$ ./try null_markers.csv "comm_opportunityid, comm_caseid, comm_todatetime, person_id, company_id"
read     8  =  7  loaded   0  merged   0  replaced   1  rejected
null_markers.csv:9 (byte 1604): Comm_OpportunityId: COULD_NOT_PARSE_NUMBER: 'N/A' is not a whole number
1|NULL|NULL|NULL|1|1
2|NULL|NULL|NULL|1|1
3|NULL|NULL|NULL|1|1
4|NULL|NULL|NULL|1|1
5|NULL|NULL|NULL|1|1
6|NULL|NULL|NULL|1|1
7|NULL|NULL|NULL|1|1
[exit 3]

# An export that writes NULL for every NULL: the ids prove it, so in text it is NULL too
$ ./try null_markers_everywhere.csv "comm_opportunityid, comm_action, comm_note, comm_subject"
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
1|NULL|NULL|NULL|Quote 17
2|NULL|NULL|NULL|NULL
3|NULL|NULL|NULL|Quote 17
! hubstage: run: null_markers_everywhere.csv: 16 null markers in codes and texts became NULL, as the id and time columns prove

# People called NULL and Nan, a company NA; codes NULL and None: text, all of them
$ ./try null_words_in_text.csv "comm_action, comm_note, comm_subject, person_firstname, company_name"
read     5  =  5  loaded   0  merged   0  replaced   0  rejected
1|Outbound|n/a|None|NULL|Norvalex SA
2|Outbound|NULL|null|NaN|NA
3|NaN|Prices discussed.|Quote 17|Mara|Norvalex SA
4|Outbound|Prices discussed.|Quote 17|Mara|Norvalex SA
5|Outbound|-|   | |Norvalex SA

# Comm_DateTime in 38 forms; the subject shows the form. 1 to 18 are dates, 19 and on mostly none
$ ./try timestamps.csv "comm_subject, comm_datetime"
read     38  =  18  loaded   0  merged   0  replaced   20  rejected
timestamps.csv:20 (byte 4222): Comm_DateTime: COULD_NOT_PARSE_DATE: '2023-02-29 10:00:00' is not a date
timestamps.csv:21 (byte 4435): Comm_DateTime: COULD_NOT_PARSE_DATE: '1900-02-29 10:00:00' is not a date
timestamps.csv:22 (byte 4648): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-02-31 10:00:00' is not a date
timestamps.csv:23 (byte 4861): Comm_DateTime: COULD_NOT_PARSE_DATE: '31/02/2024' is not a date
timestamps.csv:24 (byte 5056): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 24:00:00' is not a date
timestamps.csv:25 (byte 5269): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 23:59:60' is not a date
timestamps.csv:26 (byte 5482): Comm_DateTime: OUTSIDE_VALID_TIME_RANGE: '0000-01-01 00:00:00' is outside the years 0001 to 9999
timestamps.csv:27 (byte 5695): Comm_DateTime: OUTSIDE_VALID_TIME_RANGE: '10000-01-01 00:00:00' is outside the years 0001 to 9999
timestamps.csv:28 (byte 5910): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-13-01 10:00:00' is not a date
timestamps.csv:29 (byte 6123): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-00-01 10:00:00' is not a date
timestamps.csv:30 (byte 6336): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-00 10:00:00' is not a date
timestamps.csv:31 (byte 6549): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 10:60:00' is not a date
timestamps.csv:32 (byte 6762): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 10:00:00.1234567' is finer than a microsecond
timestamps.csv:33 (byte 6991): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 10:00:00 AM' is not a date
timestamps.csv:34 (byte 7210): Comm_DateTime: COULD_NOT_PARSE_DATE: '20240305' is not a date
timestamps.csv:35 (byte 7401): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-3-5 9:00:00' is not a date
timestamps.csv:36 (byte 7608): Comm_DateTime: OUTSIDE_VALID_TIME_RANGE: '0001-01-01T00:00:00+02:00' is outside the years 0001 to 9999
timestamps.csv:37 (byte 7833): Comm_DateTime: OUTSIDE_VALID_TIME_RANGE: '9999-12-31T23:59:59-02:00' is outside the years 0001 to 9999
timestamps.csv:38 (byte 8058): Comm_DateTime: COULD_NOT_PARSE_DATE: '2024-03-05 10:00:00 Europe/Paris' is not a date
timestamps.csv:39 (byte 8297): Comm_DateTime: COULD_NOT_PARSE_DATE: 'now' is not a date
1|Comm_DateTime is [2024-03-05 10:00:00]|2024-03-05 10:00:00
2|Comm_DateTime is [2024-03-05 10:00:00.5]|2024-03-05 10:00:00.5
3|Comm_DateTime is [2024-03-05 10:00:00.000]|2024-03-05 10:00:00
4|Comm_DateTime is [2024-03-05 10:00:00.123456]|2024-03-05 10:00:00.123456
5|Comm_DateTime is [2024-03-05 10:00:00.120]|2024-03-05 10:00:00.12
6|Comm_DateTime is [2024-03-05T10:00:00]|2024-03-05 10:00:00
7|Comm_DateTime is [2024-03-05T10:00:00Z]|2024-03-05 10:00:00
8|Comm_DateTime is [2024-03-05T10:00:00.250Z]|2024-03-05 10:00:00.25
9|Comm_DateTime is [2024-03-05T12:00:00+02:00]|2024-03-05 10:00:00
10|Comm_DateTime is [2024-03-05 05:00:00-05:00]|2024-03-05 10:00:00
11|Comm_DateTime is [2024-03-05T12:00:00+0200]|2024-03-05 10:00:00
12|Comm_DateTime is [2024-03-05]|2024-03-05 00:00:00
13|Comm_DateTime is [2024-03-05 10:00]|2024-03-05 10:00:00
14|Comm_DateTime is [0001-01-01 00:00:00]|0001-01-01 00:00:00
15|Comm_DateTime is [9999-12-31 23:59:59]|9999-12-31 23:59:59
16|Comm_DateTime is [2024-02-29 10:00:00]|2024-02-29 10:00:00
17|Comm_DateTime is [2000-02-29 10:00:00]|2000-02-29 10:00:00
18|Comm_DateTime is [ 2024-03-05 10:00:00 ]|2024-03-05 10:00:00
[exit 3]

# Composed and decomposed, joined emoji, flags, right to left, the last code point, letters that fold oddly
$ ./try unicode.csv "comm_subject, hex(person_firstname)"
read     4  =  4  loaded   0  merged   0  replaced   0  rejected
1|👩‍🔬 🇫🇷 🙂|4D617261
2|مرحبا שלום|4D617261
3|Zażółć gęślą jaźń|4D617261
4|Kelvin İstanbul|4D617261

# Id 0: NULL in `sage`, an id in `plan`
$ ./try zero_ids.csv "comm_opportunityid, comm_caseid, person_id, company_id"
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
1|0|0|0|0
2|0|0|1|1
[exit 4]

# The same core with other people: one communication; in the third the first row has nobody
$ ./try attendees.csv "person_id, company_id, is_orphaned"
read     7  =  3  loaded   4  merged   0  replaced   0  rejected
1|1|1|0
2|1|1|0
3|NULL|NULL|1
[exit 4]

# Its own references resolve to nothing, an attendee's do: orphaned, and held by no setting or filter about orphans
$ hubstage rules export rules >/dev/null; sed -i '/"orphans"/s/send/hold/' rules/settings.json
> printf 'filter,activity,decision,parameter,reason\norphan,*,skip,,on no record\n' >rules/filters.csv
> hubstage run -q $FIXTURES/edge/attendees.csv --contacts $FIXTURES/edge/contacts.csv --companies $FIXTURES/edge/companies.csv \
> --rules rules --out held >/dev/null
> sqlite3 held/staging.db "SELECT m.id, is_orphaned, decision, json_extract(hubspot_api_payload, '$.associations[0].to.id', \
> '$.associations[1].to.id') FROM ic_communication_master m JOIN v_disposition d ON d.id = m.id \
> JOIN ic_calls ON ic_communication_master_id = m.id"
2|0|derive|["101","201"]
3|1|derive|["102","202"]

# The same id with another subject, status, and a blank at the end of the note
$ ./try conflicting_rows.csv "comm_subject"
read     7  =  3  loaded   1  merged   0  replaced   3  rejected
conflicting_rows.csv:3 (byte 538): Comm_CommunicationId: DUPLICATE_RECORD_ID: '1' is already the id of line 2, whose content differs
conflicting_rows.csv:5 (byte 940): Comm_CommunicationId: DUPLICATE_RECORD_ID: '2' is already the id of line 4, whose content differs
conflicting_rows.csv:8 (byte 1541): Comm_CommunicationId: DUPLICATE_RECORD_ID: '3' is already the id of line 7, whose content differs
1|Quote 17
2|Quote 17
3|Quote 17
[exit 3]

# Identical rows, adjacent and not
$ ./try duplicates.csv "comm_subject"
read     5  =  2  loaded   3  merged   0  replaced   0  rejected
1|Quote 17
2|Quote 17

# Notes of 65,536 and 65,537 characters, of 65,538 UTF-16 units, of 65,535 and 65,540 characters once escaped
$ ./try body_at_the_limit.csv "message, comm_communicationid" \
> "finding"
read     5  =  5  loaded   0  merged   0  replaced   0  rejected
1|65537 characters as sent, HubSpot takes 65536|2
2|65538 characters as sent, HubSpot takes 65536|3
3|65540 characters as sent, HubSpot takes 65536|5
[exit 3]

# Fractions of a millisecond, end = start, end before start, over midnight, 25 days, no end
$ ./try call_durations.csv "call_duration_ms" \
> "ic_calls"
read     8  =  8  loaded   0  merged   0  replaced   0  rejected
1|1
2|0
3|NULL
4|NULL
5|1200000
6|2160000000
7|NULL
8|2

# Type Case with ten combinations of priority and case id
$ ./try case_and_priority.csv "comm_priority, comm_caseid, derived_activity_type, is_task_eligible" \
> "ic_communication_master"
read     10  =  10  loaded   0  merged   0  replaced   0  rejected
1|High|123|tasks|1
2|Low|456|notes|0
3| URGENT |7|tasks|1
4|critical|7|tasks|1
5|High|NULL|notes|0
6|NULL|7|notes|0
7|Normal|7|notes|0
8|Hoch|7|notes|0
9|High |7|tasks|1
10|1|7|notes|0

# Every channel; Message has none at HubSpot, and `linkedin message` is an unknown type
$ ./try channels.csv "channel_type, (SELECT message FROM finding f WHERE f.comm_communicationid = c.id)" \
> "ic_communications c"
read     7  =  7  loaded   0  merged   0  replaced   0  rejected
1|SMS|NULL
2|SMS|NULL
3|LINKEDIN_MESSAGE|NULL
4|WHATS_APP|NULL
5|WHATS_APP|NULL
6|CUSTOM|'CUSTOM' is none of HubSpot's values
[exit 3]

# Blanks, no-break spaces, case, words close to known ones, letters that only a locale would fold
$ ./try classification.csv "'[' || comm_type || ']', derived_activity_type" \
> "ic_communication_master"
read     12  =  12  loaded   0  merged   0  replaced   0  rejected
1|[Call]|calls
2|[  e-MAIL	]|emails
3|[Meeting ]|meetings
4|[Phone  Call]|notes
5|[To-Do]|tasks
6|[to do]|notes
7|[mail]|notes
8|[WhatsApp]|communications
9|[e‑mail]|notes
10|[TÀSK]|notes
11|[VİSİT]|notes
12|[?]|notes

# Who is sender and who receiver: with both, one, none, invalid, several addresses, a letter in the field
$ ./try email_addresses.csv "email_direction, email_from_address, email_to_address, hubspot_api_payload -> '$.properties.hs_email_headers'" \
> "ic_emails"
read     12  =  12  loaded   0  merged   0  replaced   0  rejected
1|OUTGOING|mara.valmorin@example.com|desk@example.org|"{\"from\":{\"email\":\"mara.valmorin@example.com\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"},\"to\":[{\"email\":\"desk@example.org\"}],\"cc\":[],\"bcc\":[]}"
2|OUTGOING|noreply@company.com|NULL|"{\"from\":{\"email\":\"noreply@company.com\"},\"to\":[],\"cc\":[],\"bcc\":[]}"
3|INCOMING|desk@example.org|mara.valmorin@example.com|"{\"from\":{\"email\":\"desk@example.org\"},\"to\":[{\"email\":\"mara.valmorin@example.com\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"}],\"cc\":[],\"bcc\":[]}"
4|OUTGOING|NULL|info@company.com|"{\"to\":[{\"email\":\"info@company.com\"}],\"cc\":[],\"bcc\":[]}"
5|INCOMING|desk@example.org|mara.valmorin(at)example.com|"{\"from\":{\"email\":\"desk@example.org\"},\"to\":[],\"cc\":[],\"bcc\":[]}"
6|OUTGOING|one@example.com; two@example.org|desk@example.org|"{\"to\":[{\"email\":\"desk@example.org\"}],\"cc\":[],\"bcc\":[]}"
7|INCOMING|<p>Hello, a whole letter in the field</p>|Mara Valmorin <mara.valmorin@example.com>|NULL
8|OUTGOING| mara.valmorin@example.com |desk@example.org
|NULL
9|OUTGOING|mara@@example.com|@example.org|NULL
10|OUTGOING|léra@example.com|desk@exämple.example.com|"{\"from\":{\"email\":\"léra@example.com\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"},\"to\":[{\"email\":\"desk@exämple.example.com\"}],\"cc\":[],\"bcc\":[]}"
11|OUTGOING|MARA.VALMORIN@EXAMPLE.COM|o'brand+tag@sub.example.com|"{\"from\":{\"email\":\"MARA.VALMORIN@EXAMPLE.COM\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"},\"to\":[{\"email\":\"o'brand+tag@sub.example.com\"}],\"cc\":[],\"bcc\":[]}"
12|OUTGOING|mara.valmorin@example.com|mara.valmorin@example.com|"{\"from\":{\"email\":\"mara.valmorin@example.com\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"},\"to\":[{\"email\":\"mara.valmorin@example.com\",\"firstName\":\"Mara\",\"lastName\":\"Valmorin\"}],\"cc\":[],\"bcc\":[]}"

# 500 and 501 characters, an emoji at the cut; previews of letters
$ ./try long_subjects.csv "code || ' ' || comm_communicationid, message" \
> "finding"
read     7  =  7  loaded   0  merged   0  replaced   0  rejected
1|TITLE_CUT 2|501 characters, cut to 500 in the table; the payload has all
2|TITLE_CUT 3|501 characters, cut to 500 in the table; the payload has all
3|TITLE_CUT 4|660 characters, cut to 500 in the table; the payload has all

# By a second, by a millisecond, not at all, no end; a task may
$ ./try meetings_end_before_start.csv "staging_status, error_message" \
> "ic_communication_master"
read     6  =  6  loaded   0  merged   0  replaced   0  rejected
1|error|the meeting ends before it starts
2|error|the meeting ends before it starts
3|processed|NULL
4|processed|NULL
5|processed|NULL
6|processed|NULL
[exit 3]

# No subject and half a name: Unknown, the company's name, General
$ ./try names_half_missing.csv "title" \
> "(SELECT id, call_title AS title FROM ic_calls UNION SELECT id, meeting_name FROM ic_meetings UNION SELECT id, task_title FROM ic_tasks)"
read     4  =  4  loaded   0  merged   0  replaced   0  rejected
1|Call - Unknown
2|Meeting with Norvalex SA
3|Task - Mara Valmorin
4|Meeting with Unknown

# Each type with nothing to derive from but its dates
$ ./try nothing_but_required.csv "hubspot_api_payload" \
> "(SELECT id, hubspot_api_payload FROM ic_calls UNION SELECT id, hubspot_api_payload FROM ic_emails UNION SELECT id, hubspot_api_payload FROM ic_meetings UNION SELECT id, hubspot_api_payload FROM ic_notes UNION SELECT id, hubspot_api_payload FROM ic_tasks UNION SELECT id, hubspot_api_payload FROM ic_communications UNION SELECT id, hubspot_api_payload FROM ic_postal_mail)"
read     9  =  9  loaded   0  merged   0  replaced   0  rejected
1|{"properties":{"legacy_communication_id":"1","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_call_title":"Call - Unknown","hs_call_direction":"OUTBOUND","hs_call_status":"COMPLETED","hs_call_disposition":"f240bbac-87c9-4f6e-bf70-924b57d47db7"},"associations":[],"objectWriteTraceId":"1"}
2|{"properties":{"legacy_communication_id":"2","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_email_subject":"Email - No Subject","hs_email_direction":"EMAIL","hs_email_status":"SENT","hs_email_headers":"{\"to\":[{\"email\":\"info@company.com\"}],\"cc\":[],\"bcc\":[]}"},"associations":[],"objectWriteTraceId":"2"}
3|{"properties":{"legacy_communication_id":"3","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_meeting_title":"Meeting with Unknown","hs_meeting_start_time":"2024-03-05T10:00:00.000Z","hs_meeting_end_time":"2024-03-05T11:00:00.000Z","hs_meeting_outcome":"COMPLETED"},"associations":[],"objectWriteTraceId":"3"}
4|{"properties":{"legacy_communication_id":"4","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_note_body":"Note (no content)"},"associations":[],"objectWriteTraceId":"4"}
5|{"properties":{"legacy_communication_id":"5","hs_timestamp":"2024-03-06T10:00:00.000Z","hs_task_subject":"Task - General","hs_task_status":"NOT_STARTED","hs_task_priority":"MEDIUM","hs_task_type":"TODO"},"associations":[],"objectWriteTraceId":"5"}
6|{"properties":{"legacy_communication_id":"6","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_communication_channel_type":"SMS","hs_communication_logged_from":"CRM","hs_communication_body":"Message"},"associations":[],"objectWriteTraceId":"6"}
7|{"properties":{"legacy_communication_id":"7","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_postal_mail_body":"Postal mail sent"},"associations":[],"objectWriteTraceId":"7"}
8|{"properties":{"legacy_communication_id":"8","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_note_body":"Note (no content)"},"associations":[],"objectWriteTraceId":"8"}
9|{"properties":{"legacy_communication_id":"9","hs_timestamp":"2024-03-05T10:00:00.000Z","hs_note_body":"Note (no content)"},"associations":[],"objectWriteTraceId":"9"}
[exit 4]

# Synonyms with blanks and case; `no  show` is none; NULL; Complete
$ ./try statuses.csv "status" \
> "(SELECT id, call_status AS status FROM ic_calls UNION SELECT id, meeting_outcome FROM ic_meetings UNION SELECT id, task_status FROM ic_tasks UNION SELECT id, email_send_status FROM ic_emails)"
read     12  =  12  loaded   0  merged   0  replaced   0  rejected
1|COMPLETED
2|NO_SHOW
3|CANCELLED
4|NOT_STARTED
5|COMPLETED
6|WAITING
7|NO_ANSWER
8|NO_ANSWER
9|COMPLETED
10|FAILED
11|SCHEDULED
12|NOT_STARTED

# No reference; unknown references; known ones without a HubSpot id; only a deal
$ ./try orphans.csv "is_orphaned, hubspot_contact_id, hubspot_company_id, hubspot_deal_id" \
> "ic_communication_master"
read     5  =  5  loaded   0  merged   0  replaced   0  rejected
1|0|101|201|NULL
2|1|NULL|NULL|NULL
3|1|NULL|NULL|NULL
4|1|NULL|NULL|NULL
5|0|NULL|NULL|301
[exit 4]

# Communications for contacts_ambiguous.csv
$ ./try reconciliation_ambiguous.csv
read     4  =  4  loaded   0  merged   0  replaced   0  rejected
[exit 4]

# Each entity: absent from the table, and there without a HubSpot id; the same one twice
$ ./try unresolved.csv "entity_type, legacy_id, status, error_message" \
> "reconciliation_log"
read     9  =  9  loaded   0  merged   0  replaced   0  rejected
1|company|4|unresolved|present in the company mapping without a HubSpot id; 2 rows
2|company|99|unresolved|absent from the company mapping; 1 row
3|contact|-1|unresolved|absent from the contact mapping; 1 row
4|contact|4|unresolved|present in the contact mapping without a HubSpot id; 2 rows
5|contact|99|unresolved|absent from the contact mapping; 2 rows
6|deal|4|unresolved|present in the deal mapping without a HubSpot id; 2 rows
7|deal|99|unresolved|absent from the deal mapping; 1 row
[exit 4]

# Calls, mails, letters and faxes the other way, appointments, notes, vacation, no action, unknown actions
$ ./try sage_other_actions.csv "comm_type, comm_action, derived_activity_type" \
> "ic_communication_master"
read     12  =  12  loaded   0  merged   0  replaced   0  rejected
1|Task|PhoneIn|tasks
2|Email|EmailIn|emails
3|Task|LetterOut|tasks
4|Task|FaxIn|tasks
5|Appointment|Meeting|meetings
6|Appointment|Demo|meetings
7|Task|Note|tasks
8|Appointment|Vacation|meetings
9|Appointment|OnlineMeeting|meetings
10|Task|NULL|tasks
11|Task|Preetude|tasks
12|Sleap|Preetude|notes

# The pairs of type and action of real exports, with their statuses; mails have no note but a body in Comm_Email_Clean
$ ./try sage_pairs.csv "comm_type, comm_action, derived_activity_type" \
> "ic_communication_master"
read     12  =  12  loaded   0  merged   0  replaced   0  rejected
1|Task|PhoneOut|tasks
2|Task|PhoneOut|tasks
3|Task|PhoneOut|tasks
4|Task|Meeting|tasks
5|Task|EmailOut|tasks
6|Task|ToDo|tasks
7|Task|ToDo|tasks
8|Email|EmailOut|emails
9|email|EmailOut|emails
10|Email|Meeting|emails
11|Email|PhoneOut|emails
12|Email|ToDo|emails
