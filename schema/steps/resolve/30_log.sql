-- resolve, last: the log of the references that have none.
--
-- The log is replaced as a whole when it differs in anything, so that it never depends on what was resolved before.
CREATE TEMP TABLE unresolved AS
SELECT entity_type, legacy_id, message FROM v_unresolved_reference ORDER BY entity_type, legacy_id;

DELETE FROM reconciliation_log
WHERE operation = 'FK_RESOLUTION'
	AND ((SELECT count(*) FROM reconciliation_log WHERE operation = 'FK_RESOLUTION')
			<> (SELECT count(*) FROM temp.unresolved)
		OR EXISTS (
			SELECT entity_type, legacy_id, message, 'unresolved' FROM temp.unresolved
			EXCEPT
			SELECT entity_type, legacy_id, error_message, status FROM reconciliation_log
			WHERE operation = 'FK_RESOLUTION'));

INSERT INTO reconciliation_log (operation, entity_type, legacy_id, status, error_message, timestamp)
SELECT 'FK_RESOLUTION', entity_type, legacy_id, 'unresolved', message, (SELECT as_of FROM this_run)
FROM temp.unresolved
WHERE NOT EXISTS (SELECT 1 FROM reconciliation_log WHERE operation = 'FK_RESOLUTION')
ORDER BY entity_type, legacy_id;

DROP TABLE temp.unresolved;
