-- The log's FK_RESOLUTION rows about the references of the communications that are pushed: those that still stand
-- are left, the others go, the new ones come.
WITH reference AS (
	SELECT 'contact' AS entity_type, person_id AS legacy_id FROM hs_ic_communication_master WHERE person_id IS NOT NULL
	UNION
	SELECT 'company', company_id FROM hs_ic_communication_master WHERE company_id IS NOT NULL
	UNION
	SELECT 'deal', comm_opportunityid FROM hs_ic_communication_master WHERE comm_opportunityid IS NOT NULL
	UNION
	SELECT entity_type, legacy_id FROM hs_reconciliation_log
),
removed AS (
	DELETE FROM reconciliation_log t
	USING reference r
	WHERE t.operation = 'FK_RESOLUTION' AND t.entity_type = r.entity_type AND t.legacy_id = r.legacy_id
		AND NOT EXISTS (SELECT 1 FROM hs_reconciliation_log x
			WHERE x.entity_type = t.entity_type AND x.legacy_id = t.legacy_id
				AND ROW(x.status, x.error_message) IS NOT DISTINCT FROM ROW(t.status, t.error_message))
	RETURNING 1
),
added AS (
	INSERT INTO reconciliation_log (operation, entity_type, legacy_id, hubspot_id, status, error_message,
		execution_time_ms, "timestamp")
	SELECT x.operation, x.entity_type, x.legacy_id, x.hubspot_id, x.status, x.error_message, x.execution_time_ms,
		x."timestamp"
	FROM hs_reconciliation_log x
	WHERE NOT EXISTS (SELECT 1 FROM reconciliation_log t
		WHERE t.operation = 'FK_RESOLUTION' AND t.entity_type = x.entity_type AND t.legacy_id = x.legacy_id
			AND ROW(x.status, x.error_message) IS NOT DISTINCT FROM ROW(t.status, t.error_message))
	RETURNING 1
)
SELECT 0, (SELECT count(*) FROM added), (SELECT count(*) FROM removed);
