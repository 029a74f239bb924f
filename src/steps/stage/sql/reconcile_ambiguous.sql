-- A legacy id with two HubSpot ids: every line of it is noted, and neither id is used.
INSERT INTO ambiguous_mapping (entity, legacy_id, hubspot_id, input_id, line)
SELECT entity, legacy_id, hubspot_id, input_id, line FROM temp.reconciliation_line
WHERE hubspot_id IS NOT NULL AND (entity, legacy_id) IN (
	SELECT entity, legacy_id FROM temp.reconciliation_line
	GROUP BY entity, legacy_id HAVING min(hubspot_id) < max(hubspot_id))
ORDER BY entity, legacy_id, line;

UPDATE contacts_reconciliation SET hubspot_contact_id = NULL
WHERE legacy_contact_id IN (SELECT legacy_id FROM ambiguous_mapping WHERE entity = 'contact');
UPDATE companies_reconciliation SET hubspot_company_id = NULL
WHERE legacy_company_id IN (SELECT legacy_id FROM ambiguous_mapping WHERE entity = 'company');
UPDATE deals_reconciliation SET hubspot_deal_id = NULL
WHERE legacy_deal_id IN (SELECT legacy_id FROM ambiguous_mapping WHERE entity = 'deal');

DROP TABLE temp.reconciliation_line;
