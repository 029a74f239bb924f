-- v_accounting: where every row went, in one row. The sums that must hold, and that every run checks:
--   rows_read = loaded + merged + replaced + rejected
--   loaded = derived + skipped + error
--   derived = new + changed + unchanged + held
--   lines of the bundle = new + changed
-- vanished, beside them: in HubSpot, and no longer in the source. Before derive the lower two do not hold yet.
CREATE VIEW v_accounting AS
WITH derived AS (
	SELECT count(*) AS rows, count(*) FILTER (WHERE api_push_status = 'pushed') AS pushed FROM ic_calls
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_emails
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_meetings
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_notes
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_tasks
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_communications
	UNION ALL SELECT count(*), count(*) FILTER (WHERE api_push_status = 'pushed') FROM ic_postal_mail
), found AS (
	SELECT
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'held') AS held,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'held' AND is_pushed) AS held_pushed,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'skipped') AS skipped,
		count(DISTINCT comm_communicationid) FILTER (WHERE kind = 'changed' AND NOT is_held) AS changed
	FROM (
		SELECT f.comm_communicationid, f.kind,
			f.comm_communicationid IN (SELECT comm_communicationid FROM v_in_hubspot) AS is_pushed,
			f.comm_communicationid IN (SELECT comm_communicationid FROM finding WHERE kind = 'held') AS is_held
		FROM finding f
		WHERE f.kind IN ('held', 'skipped', 'changed'))
)
SELECT
	(SELECT coalesce(sum(rows_read), 0) FROM input WHERE kind = 'communications') AS read,
	(SELECT count(*) FROM ic_communication_master) AS loaded,
	(SELECT count(*) FROM communication_link) AS merged,
	(SELECT count(*) FROM replaced_row) AS replaced,
	(SELECT count(*) FROM reject) AS rejected,
	(SELECT sum(rows) FROM derived) AS derived,
	f.skipped AS skipped,
	(SELECT count(*) FROM ic_communication_master WHERE staging_status = 'error') AS error,
	(SELECT sum(rows) - sum(pushed) FROM derived) - (f.held - f.held_pushed) AS new,
	f.changed AS changed,
	(SELECT sum(pushed) FROM derived) - f.changed - f.held_pushed AS unchanged,
	f.held AS held,
	(SELECT count(*) FROM v_in_hubspot h
		WHERE NOT EXISTS (SELECT 1 FROM ic_communication_master m WHERE m.id = h.comm_communicationid)) AS vanished
FROM found f;
