-- Legacy ids without a HubSpot id, with the rows that name them.
SELECT l.entity_type AS entity, l.legacy_id, l.error_message AS reason
FROM reconciliation_log l
WHERE l.operation = 'FK_RESOLUTION'
ORDER BY CASE l.entity_type WHEN 'contact' THEN 1 WHEN 'company' THEN 2 ELSE 3 END, l.legacy_id;
