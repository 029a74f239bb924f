-- Each reference of communication ?1, and how it was resolved; those of merged rows behind the row's own.
WITH reference (row, entity, legacy_id, hubspot_id) AS (
	SELECT 'own', 'contact', person_id, hubspot_contact_id FROM ic_communication_master WHERE id = ?1
	UNION ALL SELECT 'own', 'company', company_id, hubspot_company_id FROM ic_communication_master WHERE id = ?1
	UNION ALL SELECT 'own', 'deal', comm_opportunityid, hubspot_deal_id FROM ic_communication_master WHERE id = ?1
	UNION ALL SELECT 'merged', 'contact', person_id, hubspot_contact_id FROM communication_link
		WHERE comm_communicationid = ?1
	UNION ALL SELECT 'merged', 'company', company_id, hubspot_company_id FROM communication_link
		WHERE comm_communicationid = ?1
)
SELECT x.row, x.entity, x.legacy_id, x.hubspot_id,
	CASE
		WHEN x.legacy_id IS NULL THEN 'the row names none'
		WHEN x.hubspot_id IS NOT NULL THEN 'resolved'
		WHEN EXISTS (SELECT 1 FROM ambiguous_mapping a WHERE a.entity = x.entity AND a.legacy_id = x.legacy_id)
			THEN 'ambiguous: the mapping names more than one HubSpot id'
		WHEN coalesce(p.legacy_contact_id, c.legacy_company_id, d.legacy_deal_id) IS NULL THEN 'absent from the mapping'
		WHEN coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL
			THEN 'in the mapping without a HubSpot id'
		ELSE 'not resolved yet'
	END AS state
FROM reference x
LEFT JOIN contacts_reconciliation p ON x.entity = 'contact' AND p.legacy_contact_id = x.legacy_id
LEFT JOIN companies_reconciliation c ON x.entity = 'company' AND c.legacy_company_id = x.legacy_id
LEFT JOIN deals_reconciliation d ON x.entity = 'deal' AND d.legacy_deal_id = x.legacy_id;
