-- A row of deals.csv, as its columns are named. The same pair again changes nothing; a second HubSpot id for the legacy id is seen by
-- reconcile_ambiguous.sql.
INSERT INTO deals_reconciliation (
	id, legacy_deal_id, hubspot_deal_id, legacy_dealname, hubspot_dealname, legacy_amount, hubspot_amount,
	legacy_company_id, hubspot_company_id, legacy_contact_id, hubspot_contact_id, legacy_properties,
	properties_to_update, reconciliation_status, match_confidence, notes, created_at, last_updated)
VALUES (
	:id, :legacy_deal_id, :hubspot_deal_id, :legacy_dealname, :hubspot_dealname, :legacy_amount,
	:hubspot_amount, :legacy_company_id, :hubspot_company_id, :legacy_contact_id, :hubspot_contact_id,
	:legacy_properties, :properties_to_update, :reconciliation_status, :match_confidence, :notes,
	:created_at, :last_updated)
ON CONFLICT (legacy_deal_id) DO UPDATE SET hubspot_deal_id = coalesce(hubspot_deal_id, excluded.hubspot_deal_id);
