-- v_ic_derivative_coverage: per activity type, whether every row of the master came to its table. missing_count
-- counts the rows that are neither derived, nor in error, nor skipped by a rule or setting, and the rows that stand
-- in the table and are not of its type: 0 is the only good number.
CREATE VIEW v_ic_derivative_coverage AS
SELECT 'calls'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_calls) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_calls_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_calls d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'calls') calls
UNION ALL
SELECT 'emails'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_emails) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_emails_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_emails d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'emails') emails
UNION ALL
SELECT 'meetings'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_meetings) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_meetings_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_meetings d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'meetings') meetings
UNION ALL
SELECT 'notes'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_notes) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_notes_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_notes d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'notes') notes
UNION ALL
SELECT 'tasks'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_tasks) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_tasks_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_tasks d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'tasks') tasks
UNION ALL
SELECT 'communications'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_communications) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_communications_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_communications d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'communications') communications
UNION ALL
SELECT 'postal_mail'::text AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_postal_mail) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN false
			WHEN m.staging_status = 'error' THEN false
			ELSE NOT EXISTS (SELECT 1 FROM v_ic_postal_mail_staging v
				WHERE v.ic_communication_master_id = m.id AND v.payload_decision = 'skip') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_postal_mail d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'postal_mail') postal_mail;
COMMENT ON VIEW v_ic_derivative_coverage IS 'Per activity type, whether every row of the master came to its table: a missing_count of 0 is the only good one.';
