-- v_unresolved_reference: each legacy id that rows of this file name and that has no HubSpot id there, with the
-- reason and the number of rows (master and links together). resolve copies it into reconciliation_log.
--
-- The master is read once, and only its unresolved references are kept for the counting.
CREATE VIEW v_unresolved_reference AS
WITH unresolved AS MATERIALIZED (
	SELECT
		CASE WHEN hubspot_contact_id IS NULL THEN person_id END AS contact,
		CASE WHEN hubspot_company_id IS NULL THEN company_id END AS company,
		CASE WHEN hubspot_deal_id IS NULL THEN comm_opportunityid END AS deal
	FROM ic_communication_master
	WHERE CASE WHEN hubspot_contact_id IS NULL AND person_id IS NOT NULL THEN 1
		WHEN hubspot_company_id IS NULL AND company_id IS NOT NULL THEN 1
		WHEN hubspot_deal_id IS NULL AND comm_opportunityid IS NOT NULL THEN 1 END
	UNION ALL
	SELECT
		CASE WHEN hubspot_contact_id IS NULL THEN person_id END,
		CASE WHEN hubspot_company_id IS NULL THEN company_id END,
		NULL
	FROM communication_link
),
reference AS (
	SELECT 'contact' AS entity_type, contact AS legacy_id, count(*) AS row_count
	FROM unresolved WHERE contact IS NOT NULL GROUP BY contact
	UNION ALL
	SELECT 'company', company, count(*) FROM unresolved WHERE company IS NOT NULL GROUP BY company
	UNION ALL
	SELECT 'deal', deal, count(*) FROM unresolved WHERE deal IS NOT NULL GROUP BY deal
)
SELECT
	entity_type, legacy_id, row_count, reason,
	CASE reason
		WHEN 'ambiguous' THEN 'ambiguous: the mapping names more than one HubSpot id'
		WHEN 'absent' THEN 'absent from the ' || entity_type || ' mapping'
		WHEN 'no_hubspot_id' THEN 'present in the ' || entity_type || ' mapping without a HubSpot id'
		ELSE 'the ' || entity_type || ' mapping has a HubSpot id now: resolve again'
	END || '; ' || row_count || iif(row_count = 1, ' row', ' rows') AS message
FROM (
	SELECT
		x.entity_type, x.legacy_id, x.row_count,
		CASE
			WHEN EXISTS (SELECT 1 FROM ambiguous_mapping a
				WHERE a.entity = x.entity_type AND a.legacy_id = x.legacy_id) THEN 'ambiguous'
			WHEN coalesce(p.legacy_contact_id, c.legacy_company_id, d.legacy_deal_id) IS NULL THEN 'absent'
			WHEN coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL
				THEN 'no_hubspot_id'
			ELSE 'outdated'
		END AS reason
	FROM reference x
	LEFT JOIN contacts_reconciliation p ON x.entity_type = 'contact' AND p.legacy_contact_id = x.legacy_id
	LEFT JOIN companies_reconciliation c ON x.entity_type = 'company' AND c.legacy_company_id = x.legacy_id
	LEFT JOIN deals_reconciliation d ON x.entity_type = 'deal' AND d.legacy_deal_id = x.legacy_id);
