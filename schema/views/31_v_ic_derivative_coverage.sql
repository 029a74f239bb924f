-- v_ic_derivative_coverage: per activity type, whether every row of the master came to its table. missing_count
-- counts the rows that are neither derived, nor in error, nor skipped by a rule or setting, and the rows that stand
-- in the table and are not of its type: 0 is the only good number.
--
-- Both counts of an arm come from one pass over two indexes; the master's own row is read only where the derived one
-- is not there.
CREATE VIEW v_ic_derivative_coverage AS
SELECT 'calls' AS activity_type, master_count, derivative_count,
	missing + (derivative_count - matched) AS missing_count
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_calls) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_calls d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'calls')
UNION ALL
SELECT 'emails', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_emails) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_emails d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'emails')
UNION ALL
SELECT 'meetings', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_meetings) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_meetings d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'meetings')
UNION ALL
SELECT 'notes', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_notes) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_notes d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'notes')
UNION ALL
SELECT 'tasks', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_tasks) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_tasks d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'tasks')
UNION ALL
SELECT 'communications', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_communications) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_communications d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'communications')
UNION ALL
SELECT 'postal_mail', master_count, derivative_count,
	missing + (derivative_count - matched)
FROM (
	SELECT
		count(*) AS master_count,
		count(d.ic_communication_master_id) AS matched,
		(SELECT count(*) FROM ic_postal_mail) AS derivative_count,
		count(*) FILTER (WHERE CASE
			WHEN d.ic_communication_master_id IS NOT NULL THEN 0
			WHEN m.staging_status = 'error' THEN 0
			ELSE NOT EXISTS (SELECT 1 FROM finding f
				WHERE f.comm_communicationid = m.comm_communicationid AND f.kind = 'skipped') END) AS missing
	FROM ic_communication_master m
	LEFT JOIN ic_postal_mail d ON d.ic_communication_master_id = m.id
	WHERE m.derived_activity_type = 'postal_mail');
