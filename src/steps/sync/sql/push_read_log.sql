SELECT operation, entity_type, legacy_id, hubspot_id, status, error_message, execution_time_ms, "timestamp"
FROM reconciliation_log
WHERE operation = 'FK_RESOLUTION'
ORDER BY id;
