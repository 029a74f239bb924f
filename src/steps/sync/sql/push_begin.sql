-- One push at a time: whoever asks after a lost connection waits here until the server is done with it. Gives the
-- name of this attempt, the time that its rows carry, the team's tables that are not there, and ours that are not.
-- For this transaction: joins on keys stay in memory, and so in the rows' order, to some two million rows; the
-- temporary tables' statistics, needed for the number of rows and that keys are unique, look at 3,000 of them.
SELECT gen_random_uuid()::text, to_char(localtimestamp, 'YYYY-MM-DD HH24:MI:SS.US'),
	(SELECT string_agg(name, ' ') FROM unnest(ARRAY['ic_communication_master', 'ic_calls', 'ic_emails', 'ic_meetings',
		'ic_notes', 'ic_tasks', 'ic_communications', 'ic_postal_mail']) name WHERE to_regclass(name) IS NULL),
	to_regclass('communication_link') IS NULL, to_regclass('email_body') IS NULL, to_regclass('source_mark') IS NULL,
	to_regclass('source_extra') IS NULL, to_regclass('reconciliation_log') IS NULL, to_regclass('sync_run') IS NULL,
	set_config('work_mem', greatest(65536, pg_size_bytes(current_setting('work_mem')) / 1024)::text, true),
	set_config('default_statistics_target', '10', true)
FROM pg_advisory_xact_lock(hashtext('hubstage push'), hashtext(current_schema()));
