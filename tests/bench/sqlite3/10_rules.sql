-- The rule set `plan`. A column of this_run is a setting of the same name, so the statement writes itself.
.mode list
.headers off
.once this_run.sql
SELECT 'INSERT INTO this_run (' || group_concat(c.name) || ') VALUES (' || group_concat(quote(CASE c.name
	WHEN 'id' THEN 1
	WHEN 'as_of' THEN '2026-01-01 00:00:00'
	WHEN 'tool_version' THEN sqlite_version()
	WHEN 'rule_set' THEN 'plan'
	WHEN 'rule_set_sha256' THEN ''
	ELSE settings ->> c.name END)) || ');'
FROM pragma_table_info('this_run') c, (SELECT readfile('schema/rules/plan/settings.json') AS settings);
.read this_run.sql

.mode csv
.import --skip 1 schema/rules/plan/values.csv rule_value

CREATE TEMP TABLE line (type, action, status, priority, case_id, person, company, deal, note, email, subject,
	activity, direction, activity_status, decision, reason);
.import --skip 1 schema/rules/plan/classification.csv line
INSERT INTO classification_rule (type, action, status, priority, case_id, person, company, deal, note, email, subject,
	activity, direction, activity_status, decision, reason)
SELECT nullif(type, ''), nullif(action, ''), nullif(status, ''), nullif(priority, ''), nullif(case_id, ''),
	nullif(person, ''), nullif(company, ''), nullif(deal, ''), nullif(note, ''), nullif(email, ''),
	nullif(subject, ''), nullif(activity, ''), nullif(direction, ''), nullif(activity_status, ''),
	nullif(decision, ''), nullif(reason, '')
FROM line ORDER BY rowid;

CREATE TEMP TABLE probe (type, action, status, priority, case_id, activity);
.import --skip 1 schema/rules/plan/probes.csv probe
INSERT INTO classification_probe
SELECT rowid, type, nullif(action, ''), nullif(status, ''), nullif(priority, ''), nullif(case_id, ''), activity
FROM probe;

INSERT INTO rule_file
SELECT substr(name, length('schema/rules/plan/') + 1), data FROM fsdir('schema/rules/plan') WHERE data IS NOT NULL;
