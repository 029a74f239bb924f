-- A row of contacts.csv, as its columns are named. The same pair again changes nothing; a second HubSpot id for the legacy id is seen by
-- reconcile_ambiguous.sql.
INSERT INTO contacts_reconciliation (
	id, legacy_contact_id, hubspot_contact_id, legacy_email, hubspot_email, legacy_firstname,
	legacy_lastname, hubspot_firstname, hubspot_lastname, legacy_company_id, hubspot_company_id,
	legacy_properties, properties_to_update, reconciliation_status, match_confidence, notes, created_at,
	last_updated)
VALUES (
	:id, :legacy_contact_id, :hubspot_contact_id, :legacy_email, :hubspot_email, :legacy_firstname,
	:legacy_lastname, :hubspot_firstname, :hubspot_lastname, :legacy_company_id, :hubspot_company_id,
	:legacy_properties, :properties_to_update, :reconciliation_status, :match_confidence, :notes,
	:created_at, :last_updated)
ON CONFLICT (legacy_contact_id) DO UPDATE SET hubspot_contact_id = coalesce(hubspot_contact_id, excluded.hubspot_contact_id);
