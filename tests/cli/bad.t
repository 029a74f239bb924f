# Every file of fixtures/bad: refused as a whole, or every row that cannot be used named with its place. The script says how a
# run ended, where the rows went, and what was rejected; what the tables of a run look like stands in demo.t.

$ cat >try <<'END'
> #!/bin/bash
> rm -rf w
> hubstage run "$@" --out w --quiet >answer
> status=$?
> head -n 1 answer
> [ ! -e w/staging.db ] || sqlite3 w/staging.db "SELECT i.name || ':' || line || ' (byte ' || byte_offset || '): ' ||
> ifnull(column_name || ': ', '') || code || ': ' || message FROM reject r JOIN input i ON i.id = r.input_id ORDER BY r.id"
> exit $status
> END
> chmod +x try

# Four line ends, no header
$ ./try $FIXTURES/bad/blank_lines_only.csv
! hubstage: run: $FIXTURES/bad/blank_lines_only.csv is empty: not even a header line
[exit 5]

# A byte order mark and nothing else
$ ./try $FIXTURES/bad/bom_only.csv
! hubstage: run: $FIXTURES/bad/bom_only.csv is empty: not even a header line
[exit 5]

# 13/05 and 05/13 in one column: no order fits both
$ ./try $FIXTURES/bad/contradicting_date_orders.csv
! hubstage: run: contradicting_date_orders.csv:3: its times are in two orders: 2 fit only day/month (first in line 2), 2 only month/day (first in line 3); --date-order dmy or mdy decides, and rejects the others
[exit 5]

# The copy ended inside the third row; no line end
$ ./try $FIXTURES/bad/cut_off_in_the_last_row.csv
read     3  =  2  loaded   0  merged   0  replaced   1  rejected
cut_off_in_the_last_row.csv:4 (byte 739): INCORRECT_NUMBER_OF_COLUMNS: 10 columns, the header has 22; the record stands in rejects.raw
[exit 4]

# Comm_Type twice
$ ./try $FIXTURES/bad/duplicate_header.csv
! hubstage: run: duplicate_header.csv:1: column Comm_Type stands twice, as columns 4 and 23
[exit 5]

# Comm_Type and COMM_TYPE
$ ./try $FIXTURES/bad/duplicate_header_in_other_case.csv
! hubstage: run: duplicate_header_in_other_case.csv:1: column Comm_Type stands twice, as columns 4 and 23
[exit 5]

# No bytes
$ ./try $FIXTURES/bad/empty.csv
! hubstage: run: $FIXTURES/bad/empty.csv is empty: not even a header line
[exit 5]

# A 23rd column without a name
$ ./try $FIXTURES/bad/empty_header_name.csv
read     2  =  2  loaded   0  merged   0  replaced   0  rejected
[exit 4]

# Four rows, four reasons to reject
$ ./try $FIXTURES/bad/every_row_bad.csv
read     4  =  0  loaded   0  merged   0  replaced   4  rejected
every_row_bad.csv:2 (byte 337): Comm_CommunicationId: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
every_row_bad.csv:3 (byte 537): Comm_Type: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
every_row_bad.csv:4 (byte 734): Comm_DateTime: COULD_NOT_PARSE_DATE: 'tomorrow' is not a date
every_row_bad.csv:5 (byte 924): Comm_CreatedDate: MISSING_REQUIRED_PROPERTY: has no value, and every row needs one
[exit 3]

# Every date is mm:ss.0, as Excel leaves them
$ ./try $FIXTURES/bad/excel_destroyed_dates.csv
! hubstage: run: excel_destroyed_dates.csv:2: Comm_DateTime: Excel removed the dates: 3 of 3 values are minutes and seconds only; export again without opening the file in Excel
[exit 5]

# Dates as days since 1899-12-30; right only with `--excel-serial`
$ ./try $FIXTURES/bad/excel_serial_dates.csv
! hubstage: run: excel_serial_dates.csv:2: Comm_DateTime: 2 of 2 values are numbers, as Excel stores times; --excel-serial reads them as days since 1899-12-30
[exit 5]

# Begins with the bytes of a gzip file
$ ./try $FIXTURES/bad/gzip_named_csv.csv
! hubstage: run: gzip_named_csv.csv is compressed by gzip, not a CSV file
[exit 5]

# A header and no row
$ ./try $FIXTURES/bad/header_only.csv
! hubstage: run: header_only.csv has a header and no row (--allow-empty takes it)
[exit 5]

# The page of an expired session
$ ./try $FIXTURES/bad/html_page.csv
! hubstage: run: html_page.csv is an HTML page, not a CSV file
[exit 5]

# UTF-8 but for FF, an overlong slash (C0 AF) and half a surrogate pair (ED A0 80)
$ ./try $FIXTURES/bad/invalid_utf8.csv
! hubstage: run: invalid_utf8.csv:3:80: byte 0xFF is not UTF-8 (byte 617 of the file), and what else the file is, is not clear; export it as UTF-8, or name its encoding with --encoding (WINDOWS-1252 seems the nearest)
[exit 5]

# None of the four required columns
$ ./try $FIXTURES/bad/missing_all_required_columns.csv
! hubstage: run: missing_all_required_columns.csv:1: required columns are missing: Comm_CommunicationId, Comm_Type, Comm_DateTime, Comm_CreatedDate
[exit 5]

# No Comm_DateTime
$ ./try $FIXTURES/bad/missing_required_column.csv
! hubstage: run: missing_required_column.csv:1: required columns are missing: Comm_DateTime
[exit 5]

# Begins with data
$ ./try $FIXTURES/bad/no_header.csv
! hubstage: run: no_header.csv:1: the first line has values, not names; export the file with a header line
[exit 5]

# A NUL byte inside a note, and a company that is one NUL byte
$ ./try $FIXTURES/bad/nul_byte.csv
read     2  =  0  loaded   0  merged   0  replaced   2  rejected
nul_byte.csv:2 (byte 337): Comm_Note: FAILED_VALIDATION: holds a NUL byte
nul_byte.csv:3 (byte 533): Company_Name: FAILED_VALIDATION: holds a NUL byte
[exit 3]

# A single column: no delimiter to be found
$ ./try $FIXTURES/bad/one_column.csv
! hubstage: run: one_column.csv:1: the header is a single column: neither comma, semicolon, tab nor pipe separates names there (--delimiter names another)
[exit 5]

# Line ends in a note without quotes, as SSMS saves them
$ ./try $FIXTURES/bad/rows_split_by_line_breaks.csv
! hubstage: run: rows_split_by_line_breaks.csv:3: line breaks inside cells split rows, 1 in all, the first one here; export with quotes around texts (SQL Server Management Studio: Options, Query Results, Results to Grid, "Quote strings containing list separators when saving .csv results")
[exit 5]

# A quote opens in line 3 and never closes
$ ./try $FIXTURES/bad/unclosed_quote.csv
! hubstage: run: unclosed_quote.csv:3: the file ends inside a quoted field that opens on this line
[exit 5]

# Dates with slashes, all of which can be read in both orders
$ ./try $FIXTURES/bad/undecided_date_order.csv
! hubstage: run: undecided_date_order.csv:2: none of its 6 dates with slashes, dots or dashes says which is the day and which the month; --date-order dmy or mdy says it
[exit 5]

# UTF-16LE with BOM and an odd number of bytes
$ ./try $FIXTURES/bad/utf16_cut_in_half.csv
! hubstage: run: utf16_cut_in_half.csv:3: byte 0x0A is not UTF-16LE (byte 1480 of the file); the file is cut off in the middle of a character
[exit 5]

# A reconciliation file in place of the communications
$ ./try $FIXTURES/bad/wrong_table.csv
! hubstage: run: wrong_table.csv:1: required columns are missing: Comm_CommunicationId, Comm_Type, Comm_DateTime, Comm_CreatedDate
[exit 5]

# Begins with the bytes of a zip file
$ ./try $FIXTURES/bad/xlsx_named_csv.csv
! hubstage: run: xlsx_named_csv.csv is an Excel workbook or another zip archive, not a CSV file
[exit 5]

# A reconciliation file is good or refused: an id that is none may not silently lead nowhere
$ ./try $FIXTURES/edge/crlf.csv --contacts $FIXTURES/bad/contacts_bad_ids.csv
! hubstage: run: contacts_bad_ids.csv:3: legacy_contact_id: 'x' is not a whole number
[exit 5]

# Reconciliation: no bytes
$ ./try $FIXTURES/edge/crlf.csv --contacts $FIXTURES/bad/contacts_empty.csv
! hubstage: run: $FIXTURES/bad/contacts_empty.csv is empty: not even a header line
[exit 5]

# Reconciliation: a header and no row
$ ./try $FIXTURES/edge/crlf.csv --contacts $FIXTURES/bad/contacts_header_only.csv
read     3  =  3  loaded   0  merged   0  replaced   0  rejected
[exit 4]

# Reconciliation: no column legacy_contact_id
$ ./try $FIXTURES/edge/crlf.csv --contacts $FIXTURES/bad/contacts_missing_key.csv
! hubstage: run: contacts_missing_key.csv:1: required column is missing: legacy_contact_id
[exit 5]

# Reconciliation: begins with data
$ ./try $FIXTURES/edge/crlf.csv --contacts $FIXTURES/bad/contacts_no_header.csv
! hubstage: run: contacts_no_header.csv:1: required column is missing: legacy_contact_id
[exit 5]

# No such file, a directory, a file that may not be read, a name that is not UTF-8
$ ./try nothing.csv
! hubstage: run: nothing.csv: no such file
[exit 5]

$ ./try nothing/nothing.csv
! hubstage: run: nothing/nothing.csv: no such file
[exit 5]

$ ./try .
! hubstage: run: . is a directory, not a CSV file
[exit 5]

$ cp $FIXTURES/edge/crlf.csv $'d\xe9.csv'; ./try $'d\xe9.csv'
! hubstage: run: d\xE9.csv: the file's name is not UTF-8; give it another one
[exit 5]

$ ./try $FIXTURES/edge/crlf.csv --companies nothing.csv
! hubstage: run: nothing.csv: no such file
[exit 5]

$ ./try $FIXTURES/edge/crlf.csv --deals .
! hubstage: run: . is a directory, not a CSV file
[exit 5]

# Of several files one bad one is enough
$ ./try $FIXTURES/edge/crlf.csv $FIXTURES/bad/unclosed_quote.csv
! hubstage: run: unclosed_quote.csv:3: the file ends inside a quoted field that opens on this line
[exit 5]

# What is refused changes nothing, and a workspace that is there stays as it was
$ ls -A w; hubstage run $FIXTURES/edge/crlf.csv --out w -q >answer; sha256sum w/staging.db w/bundle/manifest-sha256.txt >before
> hubstage run $FIXTURES/bad/unclosed_quote.csv --out w
> echo "exit $?"; ls -A w; sha256sum -c before; hubstage verify --out w
.lock
exit 5
.lock
bundle
rejects.csv
report
staging.db
w/staging.db: OK
w/bundle/manifest-sha256.txt: OK
the database, its sums and the bundle are whole
! hubstage: run: unclosed_quote.csv:3: the file ends inside a quoted field that opens on this line

# A file with a header and no row can be meant
$ ./try $FIXTURES/bad/header_only.csv --allow-empty
read     0  =  0  loaded   0  merged   0  replaced   0  rejected
