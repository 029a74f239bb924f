-- resolve, first: the links of attendees to the HubSpot ids they have now. Only rows that change are written.
UPDATE communication_link
SET hubspot_contact_id = n.contact, hubspot_company_id = n.company
FROM (
	SELECT l.id, p.hubspot_contact_id AS contact, c.hubspot_company_id AS company
	FROM communication_link l
	LEFT JOIN contacts_reconciliation p ON p.legacy_contact_id = l.person_id
	LEFT JOIN companies_reconciliation c ON c.legacy_company_id = l.company_id
	WHERE l.hubspot_contact_id IS NOT p.hubspot_contact_id OR l.hubspot_company_id IS NOT c.hubspot_company_id
) n
WHERE n.id = communication_link.id;
