-- The legacy ids that most rows miss, ten per entity.
WITH missing AS MATERIALIZED (
	SELECT l.entity_type AS entity, l.legacy_id,
		CASE l.entity_type
			WHEN 'contact' THEN (SELECT count(*) FROM ic_communication_master m WHERE m.person_id = l.legacy_id)
			WHEN 'company' THEN (SELECT count(*) FROM ic_communication_master m WHERE m.company_id = l.legacy_id)
			ELSE (SELECT count(*) FROM ic_communication_master m WHERE m.comm_opportunityid = l.legacy_id)
		END AS rows,
		substr(l.error_message, 1, instr(l.error_message || ';', ';') - 1) AS reason
	FROM reconciliation_log l
	WHERE l.operation = 'FK_RESOLUTION'
)
SELECT entity, legacy_id, rows, reason
FROM (SELECT *, row_number() OVER (PARTITION BY entity ORDER BY rows DESC, legacy_id) AS place FROM missing)
WHERE place <= 10
ORDER BY CASE entity WHEN 'contact' THEN 1 WHEN 'company' THEN 2 ELSE 3 END, place;
