-- v_unresolved_reference: each legacy id that rows of this file name and whose mapping gives no HubSpot id, with the reason and
-- the number of rows (master and links together). resolve copies it into reconciliation_log.
--
-- The references are counted from the indexes on the three columns: the wide rows are not read.
CREATE VIEW v_unresolved_reference AS
WITH reference (entity_type, legacy_id, row_count) AS (
	SELECT 'contact', person_id, count(*) FROM ic_communication_master WHERE person_id IS NOT NULL GROUP BY person_id
	UNION ALL
	SELECT 'contact', person_id, count(*) FROM communication_link WHERE person_id IS NOT NULL GROUP BY person_id
	UNION ALL
	SELECT 'company', company_id, count(*) FROM ic_communication_master WHERE company_id IS NOT NULL GROUP BY company_id
	UNION ALL
	SELECT 'company', company_id, count(*) FROM communication_link WHERE company_id IS NOT NULL GROUP BY company_id
	UNION ALL
	SELECT 'deal', comm_opportunityid, count(*) FROM ic_communication_master
	WHERE comm_opportunityid IS NOT NULL GROUP BY comm_opportunityid
),
unresolved AS (
	SELECT
		x.entity_type, x.legacy_id, sum(x.row_count) AS row_count,
		CASE
			WHEN EXISTS (SELECT 1 FROM ambiguous_mapping a
				WHERE a.entity = x.entity_type AND a.legacy_id = x.legacy_id) THEN 'ambiguous'
			WHEN coalesce(p.legacy_contact_id, c.legacy_company_id, d.legacy_deal_id) IS NULL THEN 'absent'
			ELSE 'no_hubspot_id'
		END AS reason
	FROM reference x
	LEFT JOIN contacts_reconciliation p ON x.entity_type = 'contact' AND p.legacy_contact_id = x.legacy_id
	LEFT JOIN companies_reconciliation c ON x.entity_type = 'company' AND c.legacy_company_id = x.legacy_id
	LEFT JOIN deals_reconciliation d ON x.entity_type = 'deal' AND d.legacy_deal_id = x.legacy_id
	WHERE coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL
	GROUP BY x.entity_type, x.legacy_id
)
SELECT
	entity_type, legacy_id, row_count, reason,
	CASE reason
		WHEN 'ambiguous' THEN 'ambiguous: the mapping names more than one HubSpot id'
		WHEN 'absent' THEN 'absent from the ' || entity_type || ' mapping'
		ELSE 'present in the ' || entity_type || ' mapping without a HubSpot id'
	END || '; ' || row_count || iif(row_count = 1, ' row', ' rows') AS message
FROM unresolved;
