-- A row of already_pushed.csv, as its columns are named. The same pair again changes nothing; a second HubSpot id for the legacy id is seen by
-- reconcile_ambiguous.sql.
INSERT INTO communications_reconciliation (
	id, legacy_communication_id, hubspot_engagement_id, legacy_type, legacy_subject, legacy_datetime,
	legacy_company_id, hubspot_company_id, legacy_contact_id, hubspot_contact_id, legacy_properties,
	properties_to_update, reconciliation_status, match_confidence, notes, created_at, last_updated)
VALUES (
	:id, :legacy_communication_id, :hubspot_engagement_id, :legacy_type, :legacy_subject, :legacy_datetime,
	:legacy_company_id, :hubspot_company_id, :legacy_contact_id, :hubspot_contact_id, :legacy_properties,
	:properties_to_update, :reconciliation_status, :match_confidence, :notes, :created_at, :last_updated)
ON CONFLICT (legacy_communication_id) DO UPDATE SET hubspot_engagement_id = coalesce(hubspot_engagement_id, excluded.hubspot_engagement_id);
