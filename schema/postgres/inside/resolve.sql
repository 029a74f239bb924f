-- resolve.sql: every reference to the HubSpot id it has now, and the log of those that have none, inside
-- PostgreSQL; as hubstage's resolve does it. Only rows that change are written. Run by psql with the schema in
-- front of the search path:
--
--	PGOPTIONS='-c search_path=staging' psql --single-transaction -f resolve.sql
UPDATE communication_link t
SET hubspot_contact_id = n.contact, hubspot_company_id = n.company
FROM (
	SELECT l.comm_communicationid, l.position, p.hubspot_contact_id AS contact, c.hubspot_company_id AS company
	FROM communication_link l
	LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = l.person_id
	LEFT JOIN companies_reconciliation c ON c.legacy_company_id = l.company_id
) n
WHERE n.comm_communicationid = t.comm_communicationid AND n.position = t.position
	AND ROW(t.hubspot_contact_id, t.hubspot_company_id) IS DISTINCT FROM ROW(n.contact, n.company);

UPDATE ic_communication_master t
SET hubspot_contact_id = n.contact, hubspot_company_id = n.company, hubspot_deal_id = n.deal, is_orphaned = n.orphaned,
	last_updated = localtimestamp
FROM (
	SELECT m.id, p.hubspot_contact_id AS contact, c.hubspot_company_id AS company, d.hubspot_deal_id AS deal,
		coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL AS orphaned
	FROM ic_communication_master m
	LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = m.person_id
	LEFT JOIN companies_reconciliation c ON c.legacy_company_id = m.company_id
	LEFT JOIN deals_reconciliation d ON d.legacy_deal_id = m.comm_opportunityid
) n
WHERE n.id = t.id
	AND ROW(t.hubspot_contact_id, t.hubspot_company_id, t.hubspot_deal_id, t.is_orphaned)
		IS DISTINCT FROM ROW(n.contact, n.company, n.deal, n.orphaned);

DELETE FROM reconciliation_log WHERE operation = 'FK_RESOLUTION';
INSERT INTO reconciliation_log (operation, entity_type, legacy_id, status, error_message)
SELECT 'FK_RESOLUTION', entity_type, legacy_id, 'unresolved',
	CASE WHEN known THEN 'present in the ' || entity_type || ' mapping without a HubSpot id'
		ELSE 'absent from the ' || entity_type || ' mapping' END
	|| '; ' || count(*) || CASE count(*) WHEN 1 THEN ' row' ELSE ' rows' END
FROM (
	SELECT 'contact' AS entity_type, r.person_id AS legacy_id, p.legacy_contact_id IS NOT NULL AS known
	FROM (SELECT person_id FROM ic_communication_master WHERE hubspot_contact_id IS NULL
		UNION ALL SELECT person_id FROM communication_link WHERE hubspot_contact_id IS NULL) r
	LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = r.person_id
	UNION ALL
	SELECT 'company', r.company_id, c.legacy_company_id IS NOT NULL
	FROM (SELECT company_id FROM ic_communication_master WHERE hubspot_company_id IS NULL
		UNION ALL SELECT company_id FROM communication_link WHERE hubspot_company_id IS NULL) r
	LEFT JOIN companies_reconciliation c ON c.legacy_company_id = r.company_id
	UNION ALL
	SELECT 'deal', m.comm_opportunityid, d.legacy_deal_id IS NOT NULL
	FROM ic_communication_master m
	LEFT JOIN deals_reconciliation d ON d.legacy_deal_id = m.comm_opportunityid
	WHERE m.hubspot_deal_id IS NULL
) u
WHERE legacy_id IS NOT NULL
GROUP BY entity_type, legacy_id, known
ORDER BY entity_type, legacy_id;
