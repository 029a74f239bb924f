# The same options give the same bytes, on any machine and in any locale.
$ fixturegen --out a --quiet --seed 5 --rows 500 --bad 1 --duplicates 5 --attendees 5 --conflicts 5 --long-notes 1 --pushed 10
> LC_ALL=C.UTF-8 TZ=Asia/Tokyo fixturegen --out b --quiet --seed=5 --rows=500 --bad 1 --duplicates 5 --attendees 5 --conflicts 5 --long-notes 1 --pushed 10
> cd a && sha256sum *.csv && for f in *.csv; do cmp $f ../b/$f; done
d378a8127fd31b6141a375b1053e856561e13ddec6ec9a9b14ca0529b448f1bd  already-pushed.csv
d9b378e3729e17fadbf7539526babea4ab3418d57c3a6c426490fcead4125633  communications.csv
cbba3743f86d6d7458b76c1e3c1b32eed05ac62f0ea297407bfa1149be1738f9  companies.csv
2ae4dd7ec6686d755a3faa2e644b263ead930e8c17011c13ad82ce33ff90ccff  contacts.csv
b36620cf13f61751015b7b742daca8d5b8ce3d815bc85ea144ee60ff29e09ccb  deals.csv

# Another seed, other rows.
$ fixturegen --out c --quiet --seed 6 --rows 500; cmp -s a/communications.csv c/communications.csv || echo different
different

# What the files hold is printed.
$ fixturegen --out d --rows 2000 --bad 2 --duplicates 3 --attendees 4 --conflicts 5 --pushed 10 --huge-note 1000
> head -n 1 d/communications.csv; wc -c < d/communications.csv
records 2075
good 2000
duplicates 3
attendees 4
conflicts 5
bad 62
long_notes 0
huge 1
pushed 199
orphans 59
activity_calls 458
activity_emails 489
activity_meetings 323
activity_notes 288
activity_tasks 280
activity_communications 109
activity_postal_mail 53
activity_skipped 0
activity_held 0
with_contact 1644
unresolved_contact 34
with_company 1657
unresolved_company 32
with_deal 292
unresolved_deal 5
bytes 1943986
Comm_CommunicationId,Comm_OpportunityId,Comm_CaseId,Comm_Type,Comm_Action,Comm_Status,Comm_Priority,Comm_DateTime,Comm_ToDateTime,Comm_Note,Comm_Subject,Comm_Email_Clean,Comm_CreatedDate,Comm_UpdatedDate,Comm_OriginalDateTime,Comm_OriginalToDateTime,Person_Id,Person_FirstName,Person_LastName,Person_EmailAddress,Company_Id,Company_Name
1943986

# Shuffled rows are the same rows.
$ fixturegen --out e --quiet --note-length 0 --rows 3000; fixturegen --out f --quiet --note-length 0 --rows 3000 --shuffle
> sort e/communications.csv > e.sorted; sort f/communications.csv | cmp - e.sorted
> cmp -s e/communications.csv f/communications.csv || echo in another order
in another order

# The sage mixture.
$ fixturegen --out g --rows 3000 --mixture sage | grep activity_
> cut -d, -f4-6 g/communications.csv | grep -E '^(Task|Email|email),(PhoneOut|EmailOut),(Complete|Pending)$' | sort | uniq -c | sort -rn
activity_calls 1975
activity_emails 658
activity_meetings 263
activity_notes 31
activity_tasks 7
activity_communications 0
activity_postal_mail 30
activity_skipped 7
activity_held 29
   1455 Task,PhoneOut,Complete
    559 Email,EmailOut,Complete
    467 Task,PhoneOut,Pending
     41 email,EmailOut,Complete
      4 Task,EmailOut,Complete
      3 Email,PhoneOut,Complete

# Every encoding holds the same text.
$ fixturegen --out w --quiet --text western; fixturegen --out m --quiet --text mojibake
> fixturegen --out le --quiet --text western --encoding utf-16le --bom; iconv -f UTF-16 -t UTF-8 le/communications.csv | cmp - w/communications.csv
> fixturegen --out be --quiet --text western --encoding utf-16be; iconv -f UTF-16BE -t UTF-8 be/communications.csv | cmp - w/communications.csv
> fixturegen --out 52 --quiet --text western --encoding windows-1252; iconv -f CP1252 -t UTF-8 52/communications.csv | cmp - w/communications.csv
> fixturegen --out mm --quiet --text mojibake --encoding mac-mojibake; iconv -f MACINTOSH -t CP1252 mm/communications.csv | cmp - m/communications.csv
> head -c 6 le/communications.csv | od -An -tx1
 ff fe 43 00 6f 00

# The other dialects.
$ dialect() { fixturegen --out x --quiet --rows 1 --note-length 0 "$@"; tail -n 1 x/communications.csv | tail -c 200 | cat -v; }
> dialect; dialect --bom --eol crlf --quote-all; dialect --delimiter tab --null-marker NULL; dialect --delimiter ';' --float-ids; dialect --eol cr
> fixturegen --out x --quiet --rows 1 --bom; head -c 4 x/communications.csv | od -An -tx1
ound,Cancelled,3,2019-07-26 10:10:00,2019-07-26 10:16:00,,"Auftrag Q-19295, Lieferung 7",,2019-07-26 10:52:19,2019-07-31 11:32:08,2019-07-26 10:10:00,2019-07-26 10:16:00,,,,,811,Astrion & SM-CM-6hne GmbH
10:10:00","2019-07-26 10:16:00","","Auftrag Q-19295, Lieferung 7","","2019-07-26 10:52:19","2019-07-31 11:32:08","2019-07-26 10:10:00","2019-07-26 10:16:00","","","","","811","Astrion & SM-CM-6hne GmbH"^M
07-26 10:10:00	2019-07-26 10:16:00	NULL	Auftrag Q-19295, Lieferung 7	NULL	2019-07-26 10:52:19	2019-07-31 11:32:08	2019-07-26 10:10:00	2019-07-26 10:16:00	NULL	NULL	NULL	NULL	811	Astrion & SM-CM-6hne GmbH
ound;Cancelled;3;2019-07-26 10:10:00;2019-07-26 10:16:00;;Auftrag Q-19295, Lieferung 7;;2019-07-26 10:52:19;2019-07-31 11:32:08;2019-07-26 10:10:00;2019-07-26 10:16:00;;;;;811.0;Astrion & SM-CM-6hne GmbH
ound,Cancelled,3,2019-07-26 10:10:00,2019-07-26 10:16:00,,"Auftrag Q-19295, Lieferung 7",,2019-07-26 10:52:19,2019-07-31 11:32:08,2019-07-26 10:10:00,2019-07-26 10:16:00,,,,,811,Astrion & SM-CM-6hne GmbH^M ef bb bf 43

# Every shape of a date.
$ for shape in iso iso-ms iso-t iso-z iso-offset iso-hm dmy dmy-hm mdy mdy-ampm ymd excel-serial date excel-destroyed mixed; do
> fixturegen --out x --quiet --rows 1 --note-length 0 --date-shape $shape; tail -n 1 x/communications.csv | cut -d, -f8,9,13; done
2019-07-26 10:10:00,2019-07-26 10:16:00,
2019-07-26 10:10:00.000,2019-07-26 10:16:00.000,
2019-07-26T10:10:00,2019-07-26T10:16:00,
2019-07-26T10:10:00Z,2019-07-26T10:16:00Z,
2019-07-26T12:10:00+02:00,2019-07-26T12:16:00+02:00,
2019-07-26 10:10,2019-07-26 10:16,
26/07/2019 10:10:00,26/07/2019 10:16:00,
26/07/2019 10:10,26/07/2019 10:16,
07/26/2019 10:10:00,07/26/2019 10:16:00,
7/26/2019 10:10 AM,7/26/2019 10:16 AM,
2019/07/26 10:10:00,2019/07/26 10:16:00,
43672.42361111,43672.42777778,
2019-07-26,2019-07-26,
10:00.0,16:00.0,
2019/07/26 10:10:00,2019-07-26 10:16:00,

# The demo is what fixtures/make makes of the generator and the rows written by hand.
$ mkdir demo; $FIXTURES/make demo | head -n 1; for f in demo/*.csv; do cmp $f $FIXTURES/$f; done
records 3017

# Each fixture has its line in fixtures/README.md.
$ for f in $FIXTURES/bad/*.csv $FIXTURES/edge/*.csv; do grep -qwF "${f##*/}" $FIXTURES/README.md || echo "${f##*/}"; done

# Wrong usage.
$ fixturegen --rows
! fixturegen: --rows: needs a value (see --help)
[exit 2]

$ fixturegen --rows x
! fixturegen: --rows: not a value it takes (see --help)
[exit 2]

$ fixturegen --orphans 101
! fixturegen: --orphans: not a value it takes (see --help)
[exit 2]

$ fixturegen --orphans 1.23456
! fixturegen: --orphans: not a value it takes (see --help)
[exit 2]

$ fixturegen --delimiter ab
! fixturegen: --delimiter: not a value it takes (see --help)
[exit 2]

$ fixturegen --encoding latin9
! fixturegen: --encoding: not a value it takes (see --help)
[exit 2]

$ fixturegen --bom=1
! fixturegen: --bom: takes no value (see --help)
[exit 2]

$ fixturegen --colour
! fixturegen: --colour: no such option (see --help)
[exit 2]

$ fixturegen demo
! fixturegen: demo: no such option (see --help)
[exit 2]

$ fixturegen --rows 0 --bad 1
! fixturegen: --rows 0: the other rows need good ones to stand beside (see --help)
[exit 2]

$ fixturegen --first-id 2147483647
! fixturegen: --first-id: the last id would not fit into 32 bits (see --help)
[exit 2]

$ fixturegen --unresolved 100
! fixturegen: --unresolved 100: then every row is an orphan, and --orphans must be 100 too (see --help)
[exit 2]

# A disk that is full, and a directory that cannot be.
$ mkdir full && ln -s /dev/full full/communications.csv && fixturegen --out full
! fixturegen: full/communications.csv: No space left on device
[exit 1]

$ fixturegen --out nowhere/at/all
! fixturegen: nowhere/at/all: No such file or directory
[exit 1]

$ fixturegen --rows 1 --out h >/dev/full
! fixturegen: stdout: No space left on device
[exit 1]

$ fixturegen --help
usage: fixturegen [OPTION...]

Makes synthetic exports of a CRM: communications.csv, contacts.csv, companies.csv, deals.csv.
The same options give the same bytes on any machine. What the files hold is printed, a fact a line.

  --out DIR            where the files go (default .); made when it is not there
  --seed N             another number, other rows (default 1)
  --rows N             good communications (default 1000)
  --first-id N         id of the first one (default 1)
  --mixture NAME       plan (words of the plan's types) or sage (type, action and status as real exports have them)
  --note-length N      mean characters of a note (default 700: a record of about 0.9 kB)
  --mail-length N      sage: mean characters of a mail in Comm_Email_Clean (default 250: all are below 500)
  --orphans PCT        rows that lead to no HubSpot record (default 3)
  --unresolved PCT     contacts, companies and deals without a HubSpot id, and rows that refer to one (default 2)
  --unknown PCT        rows of unknown type (default 1)
  --pushed PCT         rows that are in HubSpot already; more than 0 writes already-pushed.csv (default 0)
  --bad N              rows of every kind of fault a loader must reject, more (default 0)
  --duplicates N       identical rows, more (default 0)
  --attendees N        rows with the same core and another person, more (default 0)
  --conflicts N        rows with the same id and another core, more (default 0)
  --long-notes N       rows whose note is too long for HubSpot (default 0)
  --huge-note BYTES    one more row, the last, with a note of so many bytes (default 0: none)
  --shuffle            ids in no order
  --text NAME          any, western (what Windows-1252 has) or mojibake (what survives mac-mojibake)
  --whole-minutes      no seconds in any date, for shapes that have none
  --encoding NAME      utf-8, utf-16le, utf-16be, windows-1252 or mac-mojibake; what it lacks becomes ?
  --bom                begin with a byte order mark
  --eol NAME           lf, crlf or cr; line ends inside a field stay as they are
  --delimiter CHAR     a character of ASCII, or the word tab (default ,)
  --quote-all          quotes around every field
  --null-marker WORD   what stands in empty fields (default nothing)
  --date-shape NAME    iso, iso-ms, iso-t, iso-z, iso-offset, iso-hm, dmy, dmy-hm, mdy, mdy-ampm, ymd,
                       excel-serial, date, excel-destroyed or mixed (a shape for each column)
  --float-ids          12.0 for 12 in the id columns that have NULLs
  --dialect-all        the dialect for every file, not only communications.csv
  --quiet              do not print what the files hold
  --help               this text
