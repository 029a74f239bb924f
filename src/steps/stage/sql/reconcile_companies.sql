-- A row of companies.csv, as its columns are named. The same pair again changes nothing; a second HubSpot id for the legacy id is seen by
-- reconcile_ambiguous.sql.
INSERT INTO companies_reconciliation (
	id, legacy_company_id, hubspot_company_id, legacy_name, hubspot_name, legacy_domain, hubspot_domain,
	legacy_properties, properties_to_update, reconciliation_status, match_confidence, notes, created_at,
	last_updated)
VALUES (
	:id, :legacy_company_id, :hubspot_company_id, :legacy_name, :hubspot_name, :legacy_domain,
	:hubspot_domain, :legacy_properties, :properties_to_update, :reconciliation_status, :match_confidence,
	:notes, :created_at, :last_updated)
ON CONFLICT (legacy_company_id) DO UPDATE SET hubspot_company_id = coalesce(hubspot_company_id, excluded.hubspot_company_id);
