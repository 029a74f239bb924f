-- How many rows name a legacy id and got its HubSpot id. Both counts come from the indexes.
WITH entity (position, entity, referring, resolved) AS (
	SELECT 1, 'contact', (SELECT count(*) FROM ic_communication_master WHERE person_id IS NOT NULL),
		(SELECT count(*) FROM ic_communication_master WHERE hubspot_contact_id IS NOT NULL)
	UNION ALL
	SELECT 2, 'company', (SELECT count(*) FROM ic_communication_master WHERE company_id IS NOT NULL),
		(SELECT count(*) FROM ic_communication_master WHERE hubspot_company_id IS NOT NULL)
	UNION ALL
	SELECT 3, 'deal', (SELECT count(*) FROM ic_communication_master WHERE comm_opportunityid IS NOT NULL),
		(SELECT count(*) FROM ic_communication_master WHERE hubspot_deal_id IS NOT NULL)
)
SELECT entity, referring, resolved, referring - resolved AS unresolved,
	round(100.0 * resolved / nullif(referring, 0), 2) AS resolved_pct,
	(SELECT min_resolution_pct FROM this_run) AS threshold_pct,
	(SELECT count(*) FROM reconciliation_log l WHERE l.operation = 'FK_RESOLUTION' AND l.entity_type = entity) AS unresolved_ids
FROM entity ORDER BY position;
