-- resolve, second: every reference of a communication to the HubSpot id it has now, recomputed from the reconciliation tables.
-- Only rows that change are written: run again, it writes nothing. In a run load has looked the references up already.
--
-- is_orphaned is about the row's own references: what an attendee's link leads to does not count (v_on_no_record).
UPDATE ic_communication_master
SET hubspot_contact_id = n.contact, hubspot_company_id = n.company, hubspot_deal_id = n.deal, is_orphaned = n.orphaned,
	last_updated = (SELECT as_of FROM this_run)
FROM (
	SELECT m.id, p.hubspot_contact_id AS contact, c.hubspot_company_id AS company, d.hubspot_deal_id AS deal,
		coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL AS orphaned
	FROM ic_communication_master m
	LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = m.person_id
	LEFT JOIN companies_reconciliation c ON c.legacy_company_id = m.company_id
	LEFT JOIN deals_reconciliation d ON d.legacy_deal_id = m.comm_opportunityid
	WHERE m.hubspot_contact_id IS NOT p.hubspot_contact_id
		OR m.hubspot_company_id IS NOT c.hubspot_company_id
		OR m.hubspot_deal_id IS NOT d.hubspot_deal_id
		OR m.is_orphaned IS NOT (coalesce(p.hubspot_contact_id, c.hubspot_company_id, d.hubspot_deal_id) IS NULL)
) n
WHERE n.id = ic_communication_master.id;
