# How the input options read a file, and what is said of it. The answer is cut to the first line.
$ printf '#!/bin/bash\nhubstage run "$@" --as-of 2026-01-01 --out out | head -n 1 | tr -s " "; exit ${PIPESTATUS[0]}\n' > run; chmod +x run

# Double damage is mended only when told, and every cell's own bytes are kept
$ ./run $FIXTURES/edge/mac_mojibake.csv --repair -q
> sqlite3 out/staging.db 'SELECT comm_note, person_firstname FROM ic_communication_master; SELECT line, column_name, hex(original) FROM repair'
read 3 = 3 loaded 0 merged 0 replaced 0 rejected
Réunion à Valbourg : devis envoyé|Mara
Prêt, très bientôt, ça va|Mara
Prices discussed.|Zoé
2|Comm_Note|52CCA9756E696F6E20CCCA2056616C626F757267203A20646576697320656E766F79CCA9
3|Comm_Subject|CCE46368616E6765
3|Comm_Note|5072CCBB742C207472CCAC73206269656E74CCAB742C20CCA461207661
4|Person_LastName|50CCA96C76617578
4|Person_FirstName|5A6FCCA9

$ ./run $FIXTURES/edge/mac_mojibake.csv --encoding MACINTOSH -q; sqlite3 out/staging.db 'SELECT person_firstname FROM ic_communication_master; SELECT count(*) FROM repair'
read 3 = 3 loaded 0 merged 0 replaced 0 rejected
Mara
Mara
ZoÃ©
0

$ ./run $FIXTURES/edge/mojibake_utf8.csv --repair
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
! hubstage: run: mojibake_utf8.csv: read as UTF-8 (it is well-formed UTF-8), separated by comma (22 columns in 3 of the first 3 records); 4 letters at its beginning look like UTF-8 that was read as Windows-1252
! hubstage: run: mojibake_utf8.csv: 2 cells were repaired; the table repair has their original bytes
[exit 4]

# Encodings by name: right, wrong, unknown
$ ./run $FIXTURES/edge/windows_1252.csv --encoding WINDOWS-1252; sqlite3 out/staging.db 'SELECT comm_note FROM ic_communication_master WHERE id = 3'
read 3 = 3 loaded 0 merged 0 replaced 0 rejected
Prix 12 €, « délai » – “bref”
! hubstage: run: windows_1252.csv: read as WINDOWS-1252 (as --encoding says), separated by comma (22 columns in 4 of the first 4 records)

$ ./run $FIXTURES/edge/utf8_bom.csv --encoding WINDOWS-1252
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
[exit 4]

$ ./run $FIXTURES/bad/invalid_utf8.csv --encoding ASCII
! hubstage: run: invalid_utf8.csv: read as ASCII (as --encoding says), separated by comma (22 columns in 2 of the first 2 records)
! hubstage: run: invalid_utf8.csv:3: byte 0xFF is not ASCII (byte 617 of the file)
[exit 5]

$ ./run $FIXTURES/edge/crlf.csv --encoding KLINGON
! hubstage: run: 'KLINGON' is no encoding that this system knows (`iconv -l` lists them)
[exit 2]

# Delimiters by name
$ ./run $FIXTURES/edge/semicolon.csv --delimiter ';'
read 3 = 3 loaded 0 merged 0 replaced 0 rejected
! hubstage: run: semicolon.csv: read as UTF-8 (it is well-formed UTF-8), separated by semicolon (as --delimiter says)
[exit 4]

$ ./run $FIXTURES/edge/tab.csv --delimiter tab
read 3 = 3 loaded 0 merged 0 replaced 0 rejected
! hubstage: run: tab.csv: read as UTF-8 (it is well-formed UTF-8), separated by tab (as --delimiter says)
[exit 4]

$ ./run $FIXTURES/edge/crlf.csv --delimiter ';'
! hubstage: run: crlf.csv:1: the header is a single column: neither comma, semicolon, tab nor pipe separates names there (--delimiter names another)
[exit 5]

$ ./run $FIXTURES/edge/crlf.csv --delimiter ';;'
! hubstage: run: --delimiter ';;': one character of ASCII, or the word tab
[exit 2]

# The order of day and month, told where the rows cannot say it
$ ./run $FIXTURES/bad/undecided_date_order.csv --date-order dmy; sqlite3 out/staging.db 'SELECT comm_datetime FROM ic_communication_master'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
2024-05-04 10:00:00
2024-12-11 09:00:00

$ ./run $FIXTURES/bad/undecided_date_order.csv --date-order mdy; sqlite3 out/staging.db 'SELECT comm_datetime FROM ic_communication_master'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
2024-04-05 10:00:00
2024-11-12 09:00:00

$ ./run $FIXTURES/bad/undecided_date_order.csv --date-order ymd; cut -d, -f2,4,5,6 out/rejects.csv
read 2 = 0 loaded 0 merged 0 replaced 2 rejected
reject_line,reject_column,reject_code,reject_message
2,Comm_DateTime,COULD_NOT_PARSE_DATE,"''04/05/2024 10:00:00' does not begin with the year
3,Comm_DateTime,COULD_NOT_PARSE_DATE,"''11/12/2024 09:00:00' does not begin with the year

$ ./run $FIXTURES/bad/contradicting_date_orders.csv --date-order dmy; cut -d, -f2,4,5,6 out/rejects.csv
read 2 = 1 loaded 0 merged 0 replaced 1 rejected
reject_line,reject_column,reject_code,reject_message
3,Comm_DateTime,COULD_NOT_PARSE_DATE,"''05/13/2024 10:00:00' is no date

$ ./run $FIXTURES/edge/crlf.csv --date-order ddmmyy
! hubstage: run: --date-order 'ddmmyy': dmy, mdy or ymd
[exit 2]

# Excel's numbers, with their time of day
$ ./run $FIXTURES/bad/excel_serial_dates.csv --excel-serial; sqlite3 out/staging.db 'SELECT comm_datetime, comm_createddate, comm_updateddate FROM ic_communication_master'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
2024-03-05 10:00:00|2024-03-05 00:00:00|2024-03-06 08:00:00
2024-03-06 00:00:00|2024-03-06 12:00:00|
! hubstage: run: excel_serial_dates.csv: 6 times were serial numbers

# Columns that are none of the 22, kept
$ ./run $FIXTURES/edge/extra_columns_dotted.csv --keep-extra; sqlite3 out/staging.db 'SELECT * FROM source_extra'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
1|channel|Mail
1|owner_email|owner@example.com
2|channel|Mail
2|owner_email|owner@example.com
! hubstage: run: extra_columns_dotted.csv: these columns are kept in source_extra: Comm_OwnerEmail, Comm_Channel, Comm_Deleted, Companies.Owner_Email

# Private and deleted rows: sage holds and skips them, plan ignores the columns
$ awk 'NR == 1 {print $0 ",Comm_Private,Comm_Deleted"} NR == 2 {print $0 ",Y,"} NR == 3 {print $0 ",,1"}' $FIXTURES/edge/sage_pairs.csv | head -n 4 > marked.csv
> ./run marked.csv --rules sage --timezone UTC -q; sqlite3 out/staging.db 'SELECT comm_communicationid, kind, code, message FROM finding'
> ./run marked.csv -q; sqlite3 out/staging.db 'SELECT comm_communicationid, kind, code, message FROM finding'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
1|held|PRIVATE|private in Sage CRM (Comm_Private): only its owner may see it
2|skipped|DELETED|deleted in Sage CRM (Comm_Deleted)
read 2 = 2 loaded 0 merged 0 replaced 0 rejected

# NUL bytes: plan rejects the rows, sage drops the bytes and counts
$ ./run $FIXTURES/bad/nul_byte.csv --rules sage --timezone UTC; sqlite3 out/staging.db 'SELECT comm_note, company_name FROM ic_communication_master'
read 2 = 2 loaded 0 merged 0 replaced 0 rejected
beforeafter|Norvalex SA
Prices discussed.|
! hubstage: run: nul_byte.csv: 2 cells lost their NUL bytes

# Rejects of a converted file: the place is the file's, the cells are UTF-8, and they load again with the same options
$ (printf '\377\376'; sed 's/2024-03-05 10:20:00/05.03.2024 10:20/; 3s/1,Norvalex/X,Norvalex/' $FIXTURES/edge/crlf.csv | iconv -f UTF-8 -t UTF-16LE) > le.csv
> ./run le.csv --date-order dmy -q; cut -d, -f1-5 out/rejects.csv
> dd if=le.csv bs=1 skip=$(sqlite3 out/staging.db 'SELECT byte_offset FROM reject') count=$(sqlite3 out/staging.db 'SELECT byte_length FROM reject') 2>/dev/null | iconv -f UTF-16LE -t UTF-8 | cut -c1-20 | head -n 1
> sed -i 's/,X,/,1,/' out/rejects.csv; mv out/rejects.csv again.csv; ./run again.csv --encoding UTF-16LE --date-order dmy -q; sqlite3 out/staging.db 'SELECT id, comm_createddate, company_id FROM ic_communication_master'
read 3 = 2 loaded 0 merged 0 replaced 1 rejected
reject_file,reject_line,reject_byte,reject_column,reject_code
le.csv,3,1076,Company_Id,COULD_NOT_PARSE_NUMBER
2,,,Email,Outgoing,C
read 1 = 1 loaded 0 merged 0 replaced 0 rejected
2|2024-03-05 10:20:00|1

# A pipe is read twice all the same
$ ./run <(cat $FIXTURES/edge/dates_day_first.csv) 2>&1 | sed 's/run: [0-9]*:/run: N:/'
hubstage: run: N: dates read as day/month/year: 2 of its 4 dates fit no other order, the first in line 3, and none contradicts (--date-order dmy says the same of any file)
read 2 = 2 loaded 0 merged 0 replaced 0 rejected

# What was found out, in the document
$ hubstage run $FIXTURES/edge/dates_day_first.csv --out out --json -q | grep -A 21 '"inputs"'
  "inputs": [
    {
      "file": "dates_day_first.csv",
      "fact": "date_order",
      "value": "dmy",
      "evidence": "day/month/year: 2 of its 4 dates fit no other order, the first in line 3, and none contradicts"
    },
    {
      "file": "dates_day_first.csv",
      "fact": "dates_not_iso",
      "value": "4",
      "evidence": null
    },
    {
      "file": "dates_day_first.csv",
      "fact": "delimiter",
      "value": ",",
      "evidence": "22 columns in 3 of the first 3 records"
    },
    {
      "file": "dates_day_first.csv",
      "fact": "encoding",
