-- The sqlite3 shell doing hubstage's work: four CSV files in input/, the project's schema/, and out come staging.db
-- and bundle/*.ndjson. Read by ./run, in a folder that has input, schema, bench and bundle.
--
-- As fast as the shell goes: no journal, no syncing before the end, one transaction, a cache that holds what is read
-- again, indexes after the rows, each table written once (references are looked up while the master is filled, as
-- hubstage does it).
.bail on
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -1000000;
PRAGMA temp.cache_size = -1000000;
PRAGMA threads = 2;
.read '|cat schema/tables/*.sql'
BEGIN;
.read '|cat schema/views/*.sql'
.read bench/sqlite3/10_rules.sql
.read bench/sqlite3/20_import.sql
.read bench/sqlite3/30_master.sql
.read schema/indexes/30_ic_communication_master.sql
.read schema/steps/resolve/10_links.sql
.read schema/steps/resolve/30_log.sql
.read bench/sqlite3/40_calls.sql
.read bench/sqlite3/41_emails.sql
.read bench/sqlite3/42_meetings.sql
.read bench/sqlite3/43_notes.sql
.read bench/sqlite3/44_tasks.sql
.read bench/sqlite3/45_communications.sql
.read bench/sqlite3/46_postal_mail.sql
.read '|cat schema/indexes/derived/*.sql'
.read bench/sqlite3/50_findings.sql
.read bench/sqlite3/60_bundle.sql
.read '|cat schema/measure/*.sql'
COMMIT;
.mode column
SELECT name, value, comparison, threshold, passed FROM v_gate WHERE NOT passed;
SELECT * FROM v_accounting;
