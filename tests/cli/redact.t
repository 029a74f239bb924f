# A copy without personal data: the same length, no name, address or text of the original in it
$ hubstage redact $FIXTURES/demo/communications.csv r.csv
r.csv: 3,052 records, 25,787 cells replaced or names of columns, 41,357 kept (empty, null markers, dates, known codes); look at it before you send it

$ wc -c < $FIXTURES/demo/communications.csv; wc -c < r.csv; head -n 1 r.csv | cmp - <(head -n 1 $FIXTURES/demo/communications.csv)
1482641
1482641

$ sqlite3 -csv :memory: ".import $FIXTURES/demo/communications.csv a" ".import r.csv b" "SELECT count(*) FROM a JOIN b ON a.Person_EmailAddress = b.Person_EmailAddress AND a.Person_EmailAddress <> ''" "SELECT count(*) FROM a JOIN b ON a.Comm_Note = b.Comm_Note AND length(a.Comm_Note) > 9" 2>/dev/null
0
0

# The same file, the same copy; and it is never written over
$ hubstage redact $FIXTURES/demo/communications.csv again.csv >/dev/null; cmp r.csv again.csv

$ hubstage redact $FIXTURES/demo/communications.csv r.csv
! hubstage: redact: r.csv is there already; nothing was written
[exit 2]

# It loads, fails and becomes the same as the file: rows, types, rejects, lines
$ hubstage run $FIXTURES/demo/communications.csv --out a --as-of 2026-01-01 --json -q | grep -A 15 -E '"accounting"|"activity"' > a.json
> hubstage run r.csv --out b --as-of 2026-01-01 --json -q | grep -A 15 -E '"accounting"|"activity"' > b.json; grep -c . a.json; grep -v first a.json | diff - <(grep -v first b.json)
> for d in a b; do sqlite3 $d/staging.db 'SELECT line, byte_offset, byte_length, column_name, code FROM reject' > $d.rejects; done; cmp a.rejects b.rejects; wc -l < b.rejects
93
11

# With one key several files still join
$ for f in communications contacts companies deals; do hubstage redact $FIXTURES/demo/$f.csv k-$f.csv --key secret >/dev/null; done
> hubstage run k-communications.csv --contacts k-contacts.csv --companies k-companies.csv --deals k-deals.csv --out k --as-of 2026-01-01 --json -q | grep -A 50 activities | grep -E 'with_contact|with_deal' > k.txt
> hubstage run $FIXTURES/demo/communications.csv --contacts $FIXTURES/demo/contacts.csv --companies $FIXTURES/demo/companies.csv --deals $FIXTURES/demo/deals.csv --out o --as-of 2026-01-01 --json -q | grep -A 50 activities | grep -E 'with_contact|with_deal' | diff - k.txt && wc -l < k.txt
10

# Every encoding and fault comes out as it went in
$ for f in edge/mac_mojibake edge/utf16le_bom edge/utf16be_bom edge/sep_line edge/cr edge/mixed_line_ends edge/blank_lines edge/tab bad/invalid_utf8 bad/nul_byte edge/windows_1252 bad/unclosed_quote bad/no_header bad/excel_destroyed_dates; do
> rm -f x.csv; hubstage redact $FIXTURES/$f.csv x.csv >/dev/null || echo "failed: $f"; [ $(wc -c < x.csv) = $(wc -c < $FIXTURES/$f.csv) ] || echo "another length: $f"
> hubstage run $FIXTURES/$f.csv --out u --as-of 2026-01-01 -q >/dev/null 2>&1; one=$?; hubstage run x.csv --out v --as-of 2026-01-01 -q >/dev/null 2>&1; [ $? = $one ] || echo "another end: $f"; done

# What is no text is not copied
$ hubstage redact $FIXTURES/bad/xlsx_named_csv.csv y.csv; ls y.csv* 2>/dev/null
! hubstage: redact: xlsx_named_csv.csv is an Excel workbook or another zip archive, not a CSV file
[exit 2]
