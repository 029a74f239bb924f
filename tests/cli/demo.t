# The demo, the whole job: every row accounted for, what to look at named with its first place. Rows were rejected and held: exit 3
$ ln -s $FIXTURES/demo demo
> hubstage run demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv --deals demo/deals.csv
read     3,051  =  3,023  loaded   17  merged   0  replaced   11  rejected
loaded   3,023  =  3,021  derived   0  skipped  2  in error
derived  3,021  =  3,005  new       0  changed  0  unchanged  16  held

in the bundle: 3005 new + 0 changed; gone from the source since: 0

activity        rows  share  contact  company  deal  none  in error  held
calls            688  22.7%      545      577   107    16         0     0
emails           749  24.7%      612      593   102    22         0     0
meetings         447  14.7%      350      360    64    16         2     0
notes            465  15.3%      365      373    66    17         0     1
tasks            435  14.3%      343      355    81    12         0     0
communications   161   5.3%      128      133    23     2         0    15
postal_mail       78   2.5%       60       63     8     4         0     0

to look at  why                                rows  first: id, or file:line
rejected    DUPLICATE_RECORD_ID                   3  communications.csv:4769
rejected    COULD_NOT_PARSE_DATE                  2  communications.csv:6384
rejected    INCORRECT_NUMBER_OF_COLUMNS           2  communications.csv:6390
rejected    COLUMN_TOO_LARGE                      1  communications.csv:6388
rejected    COULD_NOT_PARSE_NUMBER                1  communications.csv:6386
rejected    INVALID_NUMBER_SIZE                   1  communications.csv:6387
rejected    MISSING_REQUIRED_PROPERTY             1  communications.csv:6389
left_out    INVALID_EMAIL                         8  100012
held        INVALID_OPTION                       15  100278
held        PROPERTY_TOO_LONG                     1  103000
flagged     TITLE_CUT                             1  900018
error       the meeting ends before it starts     2  900005

29 of 30 checkpoints pass
checkpoint  what                          value     must be
load        rows that no rule recognised     33  =        0  rows  look
[exit 3]

# The rows that were rejected, each with its place, its column and why
$ sqlite3 out/staging.db "SELECT line, byte_offset, ifnull(column_name, '-'), code, message FROM reject ORDER BY id"
4769|1067861|Comm_CommunicationId|DUPLICATE_RECORD_ID|'102295' is already the id of line 4766, whose content differs
5969|1322109|Comm_CommunicationId|DUPLICATE_RECORD_ID|'102768' is already the id of line 5845, whose content differs
6383|1480249|Comm_CommunicationId|DUPLICATE_RECORD_ID|'900023' is already the id of line 6380, whose content differs
6384|1480482|Comm_DateTime|COULD_NOT_PARSE_DATE|'2024-02-30 10:00:00' is not a date
6385|1480702|Comm_CreatedDate|COULD_NOT_PARSE_DATE|'yesterday' is not a date
6386|1480912|Comm_OpportunityId|COULD_NOT_PARSE_NUMBER|'n.c.' is not a whole number
6387|1481133|Person_Id|INVALID_NUMBER_SIZE|'2147483648' is outside -2147483648 to 2147483647
6388|1481359|Person_FirstName|COLUMN_TOO_LARGE|201 characters, at most 200 are allowed
6389|1481976|Comm_Type|MISSING_REQUIRED_PROPERTY|has no value, and every row needs one
6390|1482192|-|INCORRECT_NUMBER_OF_COLUMNS|21 columns, the header has 22; the record stands in rejects.raw
6391|1482405|-|INCORRECT_NUMBER_OF_COLUMNS|23 columns, the header has 22; the record stands in rejects.raw

# The first of them as rejects.csv has it, for people to correct
$ head -n 2 out/rejects.csv
reject_file,reject_line,reject_byte,reject_column,reject_code,reject_message,Comm_CommunicationId,Comm_OpportunityId,Comm_CaseId,Comm_Type,Comm_Action,Comm_Status,Comm_Priority,Comm_DateTime,Comm_ToDateTime,Comm_Note,Comm_Subject,Comm_Email_Clean,Comm_CreatedDate,Comm_UpdatedDate,Comm_OriginalDateTime,Comm_OriginalToDateTime,Person_Id,Person_FirstName,Person_LastName,Person_EmailAddress,Company_Id,Company_Name
communications.csv,4769,1067861,Comm_CommunicationId,DUPLICATE_RECORD_ID,"''102295' is already the id of line 4766, whose content differs",102295,421,,Email,Received,Sent,Urgent,2025-08-22 13:45:00,2025-08-22 12:46:00,"Der Kunde möchte 15 weitere Muster von Sensor 3.1 bis Quartalsende.

# What has no place in columns stands in rejects.raw as it came
$ cat out/rejects.raw
900030,301,,Call,Outbound,Completed,Normal,2024-03-05 10:00:00,2024-03-05 10:15:00,Prices discussed.,One column too few,,2024-03-05 10:20:00,2024-03-06 08:00:00,,,5001,Léra,Quenvaux,lera.quenvaux@example.com,801
900031,301,,Call,Outbound,Completed,Normal,2024-03-05 10:00:00,2024-03-05 10:15:00,Prices discussed.,One column too many,,2024-03-05 10:20:00,2024-03-06 08:00:00,,,5001,Léra,Quenvaux,lera.quenvaux@example.com,801,Oricept (France),more

# Derived, and not in the bundle or not wholly: every such row has its reason
$ sqlite3 out/staging.db "SELECT kind, code, property, activity_type, message, count(*), min(comm_communicationid)
> FROM finding GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 7"
flagged|TITLE_CUT|call_title|calls|565 characters, cut to 500 in the table; the payload has all|1|900018
held|INVALID_OPTION|hs_communication_channel_type|communications|'CUSTOM' is none of HubSpot's values|15|100278
held|PROPERTY_TOO_LONG|hs_note_body|notes|68168 characters as sent, HubSpot takes 65536|1|103000
left_out|INVALID_EMAIL|email_from_address|emails|the sender's address (12 characters) is no e-mail address|1|100855
left_out|INVALID_EMAIL|email_from_address|emails|the sender's address (3 characters) is no e-mail address|1|102785
left_out|INVALID_EMAIL|email_from_address|emails|the sender's address (28 characters) is no e-mail address|1|900013
left_out|INVALID_EMAIL|email_from_address|emails|the sender's address (32 characters) is no e-mail address|1|900014
left_out|INVALID_EMAIL|email_to_address|emails|the recipient's address (3 characters) is no e-mail address|1|100012
left_out|INVALID_EMAIL|email_to_address|emails|the recipient's address (12 characters) is no e-mail address|1|100855
left_out|INVALID_EMAIL|email_to_address|emails|the recipient's address (22 characters) is no e-mail address|3|101907

# The bundle is a bag: sha256sum checks it, and its lines are as many as the accounting says
$ cd out/bundle && cat bagit.txt bag-info.txt && sha256sum -c manifest-sha256.txt && sha256sum --quiet -c tagmanifest-sha256.txt
> cat data/*.ndjson | wc -l
BagIt-Version: 1.0
Tag-File-Character-Encoding: UTF-8
Bag-Software-Agent: hubstage 0.1.0
Bagging-Date: 2025-11-14
Payload-Oxum: 2301658.8
data/bundle.json: OK
data/calls.ndjson: OK
data/communications.ndjson: OK
data/emails.ndjson: OK
data/meetings.ndjson: OK
data/notes.ndjson: OK
data/postal_mail.ndjson: OK
data/tasks.ndjson: OK
3005

# It says where it comes from; RULES stands for the hash that `rules show` says
$ sed "s/$(hubstage rules show --json | sed -n 's/.*"sha256": "\(.*\)".*/\1/p')/RULES/" out/bundle/data/bundle.json
{
  "tool": "hubstage",
  "version": "0.1.0",
  "schema_version": 1,
  "as_of": "2025-11-14T00:00:00.000Z",
  "timezone": "UTC",
  "key_property": "legacy_communication_id",
  "rule_set": {
    "name": "plan",
    "sha256": "RULES"
  },
  "inputs": [
    {
      "kind": "contacts",
      "name": "contacts.csv",
      "bytes": 125095,
      "sha256": "e71706dcda96afb4ecd730d19b8b48a19e05d030a67dc8e8de165a5b227fa6c7"
    },
    {
      "kind": "companies",
      "name": "companies.csv",
      "bytes": 25630,
      "sha256": "dbc8f72990ecc4bf67b0501998b6bef755e6e5625537bdd5f4d96305685882ec"
    },
    {
      "kind": "deals",
      "name": "deals.csv",
      "bytes": 25871,
      "sha256": "df193d5be79bbd331fe0e6449284f5f15f56239b23f63a8b7febbbd620aa8446"
    },
    {
      "kind": "communications",
      "name": "communications.csv",
      "bytes": 1482641,
      "sha256": "e2461d70b86767f352005a591b0cd8cf77d0eebbfd7003953d46028294085e8c"
    }
  ],
  "counts": {
    "calls": {
      "new": 688,
      "changed": 0
    },
    "emails": {
      "new": 749,
      "changed": 0
    },
    "meetings": {
      "new": 445,
      "changed": 0
    },
    "notes": {
      "new": 464,
      "changed": 0
    },
    "tasks": {
      "new": 435,
      "changed": 0
    },
    "communications": {
      "new": 146,
      "changed": 0
    },
    "postal_mail": {
      "new": 78,
      "changed": 0
    }
  },
  "accounting": {
    "read": 3051,
    "loaded": 3023,
    "merged": 17,
    "replaced": 0,
    "rejected": 11,
    "derived": 3021,
    "skipped": 0,
    "error": 2,
    "new": 3005,
    "changed": 0,
    "unchanged": 0,
    "held": 16,
    "vanished": 0
  }
}
[no newline]

# One line of each file, as HubSpot's batch create takes it
$ for file in out/bundle/data/*.ndjson; do sed -n 3p $file; done
{"properties":{"legacy_communication_id":"100015","hs_timestamp":"2019-12-27T13:30:00.000Z","hs_call_title":"Préétude ASIC A9","hs_call_body":"Il souhaite recevoir 31 échantillons de Kestra 4 avant la fin du mois. Pas de réponse, message laissé. Le plan 2024/74893 n'est plus à jour : merci d'envoyer l'indice 16.","hs_call_direction":"OUTBOUND","hs_call_duration":"1080000","hs_call_status":"NO_ANSWER","hs_call_disposition":"73a0d17f-1163-4015-bdd5-ec830791da20"},"associations":[{"to":{"id":"101200002948"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":194}]}],"objectWriteTraceId":"100015"}
{"properties":{"legacy_communication_id":"100040","hs_timestamp":"2026-06-05T17:45:00.000Z","hs_communication_channel_type":"WHATS_APP","hs_communication_logged_from":"CRM","hs_communication_body":"&lt;ul&gt;&lt;li&gt;Budget validé, commande 2024/96737 attendue pour le 13/12.Zażółć gęślą jaźń (Northwick Dale)&lt;/li&gt;&lt;/ul&gt;<br>&lt;div&gt;À faire : envoyer le contrat, vérifier l'adresse, confirmer avec Grünsys B.V..Budget validé, commande 2024/72076 attendue pour le 05/12.&lt;/div&gt;&lt;table border=\"0\"&gt;&lt;tr&gt;&lt;td&gt;&amp;nbsp;&lt;/td&gt;&lt;td&gt;Rencontré au salon de Eastmere, très intéressé, rappeler dans 17 jours.Température &gt; 85 °C et humidité &lt; 21 %.&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;"},"associations":[{"to":{"id":"101200002914"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":81}]},{"to":{"id":"9800000271"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":87}]}],"objectWriteTraceId":"100040"}
{"properties":{"legacy_communication_id":"100014","hs_timestamp":"2015-11-17T14:35:00.000Z","hs_email_subject":"TR: Réunion à Northwick Dale","hs_email_html":"The customer's engineer couldn't open the file; sent again as PDF.<br><br>Nous avons été déçus par la qualité du lot 24, geste commercial à prévoir. Prix négocié à 101 976 EUR, livraison sous 39 semaines, emballage compris. Préétude terminée, le client hésite encore entre ORI-220 et l'existant.","hs_email_direction":"EMAIL","hs_email_status":"SENT","hs_email_headers":"{\"from\":{\"email\":\"elnel.druard385@example.com\",\"firstName\":\"Elnel\",\"lastName\":\"Druard\"},\"to\":[{\"email\":\"elnel.druard385@example.com\",\"firstName\":\"Elnel\",\"lastName\":\"Druard\"}],\"cc\":[],\"bcc\":[]}"},"associations":[{"to":{"id":"101200006552"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":198}]},{"to":{"id":"9800000674"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":186}]}],"objectWriteTraceId":"100014"}
{"properties":{"legacy_communication_id":"100025","hs_timestamp":"2020-04-17T15:00:00.000Z","hs_meeting_title":"Suivi affaire Q-10695","hs_meeting_body":"&lt;table border=\"0\"&gt;&lt;tr&gt;&lt;td&gt;&amp;nbsp;&lt;/td&gt;&lt;td&gt;Il a été convenu que Tarnion \"Labs\" accueillera la démonstration.Cœur de cible : fabricants d'œillets.&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;div style=\"font-family:Calibri,sans-serif; font-size:11pt; mso-line-height-rule:exactly\"&gt;Le service juridique veut retirer l'article 31 avant signature.Il a été convenu que Ulmhof, Inc. accueillera la démonstration.&lt;/div&gt;&lt;div style=\"font-family:Calibri,sans-serif; font-size:11pt; mso-line-height-rule:exactly\"&gt;Il a été convenu que Grünhof Œuvres accueillera la démonstration.&lt;/div&gt;","hs_meeting_start_time":"2020-04-17T15:00:00.000Z","hs_meeting_end_time":"2020-04-17T16:06:00.000Z","hs_meeting_outcome":"RESCHEDULED"},"associations":[{"to":{"id":"101200009221"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":200}]},{"to":{"id":"9800000427"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":188}]},{"to":{"id":"30100001881"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":212}]}],"objectWriteTraceId":"100025"}
{"properties":{"legacy_communication_id":"100010","hs_timestamp":"2023-08-22T12:45:00.000Z","hs_note_body":"Prüfbericht PX-12<br><br>Gewährleistung für Los 22: Ersatz auf unsere Kosten. Offen: Vertrag senden, Anschrift prüfen, mit Lumiwave &amp; Fils klären."},"associations":[{"to":{"id":"101200003526"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":202}]},{"to":{"id":"9800001831"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":190}]},{"to":{"id":"30100000950"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":214}]}],"objectWriteTraceId":"100010"}
{"properties":{"legacy_communication_id":"100039","hs_timestamp":"2019-06-11T12:35:00.000Z","hs_postal_mail_body":"Température &gt; 85 °C et humidité &lt; 22 %. Température &gt; 85 °C et humidité &lt; 4 %. Quantités : 15 tout de suite, 18 au printemps, le solde sur appel. Le plan Q-26869 n'est plus à jour : merci d'envoyer l'indice 10. Les résultats d'essai de M&amp;S-50 sont conformes, hormis la voie 41. Échange avec Zobert au sujet du délai ; elle voit avec l'atelier de Eastmere. Il a été convenu que Orielec B.V. accueillera la démonstration."},"associations":[{"to":{"id":"101200002268"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":453}]},{"to":{"id":"9800000674"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":459}]}],"objectWriteTraceId":"100039"}
{"properties":{"legacy_communication_id":"100011","hs_timestamp":"2019-07-31T17:30:00.000Z","hs_task_subject":"Delivery of Vela-Kit, lot 17","hs_task_body":"&lt;p&gt;&lt;b&gt;Note :&lt;/b&gt; Lead time is 10 weeks (was 17).Die Zeichnung fehlt noch, Muster folgen in Woche 18.&lt;/p&gt;&lt;p&gt;Budget approved, order 2024/83637 expected by 18/04.&lt;/p&gt;<br>","hs_task_status":"WAITING","hs_task_priority":"LOW","hs_task_type":"TODO"},"associations":[{"to":{"id":"101200002149"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":204}]},{"to":{"id":"9800000232"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":192}]}],"objectWriteTraceId":"100011"}

# Every line is JSON with text values, no null, and its own trace id; the ids rise
$ for file in out/bundle/data/*.ndjson; do
> sqlite3 :memory: "CREATE TABLE line (json TEXT)" ".mode ascii" ".separator \"\\t\" \"\\n\"" ".import $file line" "
> SELECT '$(basename $file)', count(*), sum(json_valid(json)),
> sum((SELECT count(*) FROM json_each(json, '$.properties') WHERE type <> 'text')),
> sum(json ->> '$.objectWriteTraceId' = json ->> '$.properties.legacy_communication_id'),
> count(DISTINCT json ->> '$.objectWriteTraceId') FROM line;
> SELECT 'not rising' FROM (SELECT CAST(json ->> '$.objectWriteTraceId' AS INTEGER) AS id,
> lag(CAST(json ->> '$.objectWriteTraceId' AS INTEGER)) OVER (ORDER BY rowid) AS before FROM line) WHERE id <= before;"
> done
calls.ndjson	688	688	0	688	688
communications.ndjson	146	146	0	146	146
emails.ndjson	749	749	0	749	749
meetings.ndjson	445	445	0	445	445
notes.ndjson	464	464	0	464	464
postal_mail.ndjson	78	78	0	78	78
tasks.ndjson	435	435	0	435	435

# status says where every row went, and verify finds nothing
$ hubstage status
step      state  as of
init      done   2025-11-14 00:00:00
load      done   2025-11-14 00:00:00
resolve   done   2025-11-14 00:00:00
derive    done   2025-11-14 00:00:00
validate  done   2025-11-14 00:00:00
payloads  done   2025-11-14 00:00:00
report    done   2025-11-14 00:00:00

read     3,051  =  3,023  loaded   17  merged   0  replaced   11  rejected
loaded   3,023  =  3,021  derived   0  skipped  2  in error
derived  3,021  =  3,005  new       0  changed  0  unchanged  16  held

in the bundle: 3005 new + 0 changed; gone from the source since: 0

activity        rows  share  contact  company  deal  none  in error  held
calls            688  22.7%      545      577   107    16         0     0
emails           749  24.7%      612      593   102    22         0     0
meetings         447  14.7%      350      360    64    16         2     0
notes            465  15.3%      365      373    66    17         0     1
tasks            435  14.3%      343      355    81    12         0     0
communications   161   5.3%      128      133    23     2         0    15
postal_mail       78   2.5%       60       63     8     4         0     0

to look at  why                                rows  first: id, or file:line
rejected    DUPLICATE_RECORD_ID                   3  communications.csv:4769
rejected    COULD_NOT_PARSE_DATE                  2  communications.csv:6384
rejected    INCORRECT_NUMBER_OF_COLUMNS           2  communications.csv:6390
rejected    COLUMN_TOO_LARGE                      1  communications.csv:6388
rejected    COULD_NOT_PARSE_NUMBER                1  communications.csv:6386
rejected    INVALID_NUMBER_SIZE                   1  communications.csv:6387
rejected    MISSING_REQUIRED_PROPERTY             1  communications.csv:6389
left_out    INVALID_EMAIL                         8  100012
held        INVALID_OPTION                       15  100278
held        PROPERTY_TOO_LONG                     1  103000
flagged     TITLE_CUT                             1  900018
error       the meeting ends before it starts     2  900005

29 of 30 checkpoints pass
checkpoint  what                          value     must be
load        rows that no rule recognised     33  =        0  rows  look

$ hubstage verify
the database, its sums and the bundle are whole

# The same files at the same time give the same bundle, byte for byte
$ cp -r out/bundle before; hubstage run demo/communications.csv --contacts demo/contacts.csv --companies demo/companies.csv \
> --deals demo/deals.csv --quiet >again; diff -r before out/bundle && echo same
same

# Without the mapping nothing is resolved: checkpoints are below their thresholds, which goes before held rows
$ hubstage run demo/communications.csv --out bare
read     3,051  =  3,023  loaded   17  merged   0  replaced   11  rejected
loaded   3,023  =  3,021  derived   0  skipped  2  in error
derived  3,021  =  3,005  new       0  changed  0  unchanged  16  held

in the bundle: 3005 new + 0 changed; gone from the source since: 0

activity        rows  share  contact  company  deal  none  in error  held
calls            688  22.7%        0        0     0   688         0     0
emails           749  24.7%        0        0     0   749         0     0
meetings         447  14.7%        0        0     0   447         2     0
notes            465  15.3%        0        0     0   465         0     1
tasks            435  14.3%        0        0     0   435         0     0
communications   161   5.3%        0        0     0   161         0    15
postal_mail       78   2.5%        0        0     0    78         0     0

to look at  why                                rows  first: id, or file:line
rejected    DUPLICATE_RECORD_ID                   3  communications.csv:4769
rejected    COULD_NOT_PARSE_DATE                  2  communications.csv:6384
rejected    INCORRECT_NUMBER_OF_COLUMNS           2  communications.csv:6390
rejected    COLUMN_TOO_LARGE                      1  communications.csv:6388
rejected    COULD_NOT_PARSE_NUMBER                1  communications.csv:6386
rejected    INVALID_NUMBER_SIZE                   1  communications.csv:6387
rejected    MISSING_REQUIRED_PROPERTY             1  communications.csv:6389
left_out    INVALID_EMAIL                         8  100012
held        INVALID_OPTION                       15  100278
held        PROPERTY_TOO_LONG                     1  103000
flagged     TITLE_CUT                             1  900018
error       the meeting ends before it starts     2  900005

25 of 30 checkpoints pass
checkpoint  what                                                    value     must be
load        rows that no rule recognised                               33  =        0  rows  look
resolution  persons resolved to a contact                               0  >       95  %     FAIL
resolution  companies resolved                                          0  >       95  %     FAIL
resolution  opportunities resolved to a deal                            0  >       95  %     FAIL
resolution  communications whose own references resolve to nothing    100  <        5  %     FAIL
[exit 4]
