-- reset_resolve: back to before resolve: the HubSpot ids to NULL, nothing orphaned, the log's FK_RESOLUTION rows
-- gone. Rows of other operations stay in the log.
UPDATE ic_communication_master
SET hubspot_contact_id = NULL, hubspot_company_id = NULL, hubspot_deal_id = NULL, is_orphaned = 0,
	last_updated = (SELECT as_of FROM this_run)
WHERE coalesce(hubspot_contact_id, hubspot_company_id, hubspot_deal_id) IS NOT NULL OR is_orphaned IS NOT 0;
UPDATE communication_link SET hubspot_contact_id = NULL, hubspot_company_id = NULL
WHERE coalesce(hubspot_contact_id, hubspot_company_id) IS NOT NULL;
DELETE FROM reconciliation_log WHERE operation = 'FK_RESOLUTION' AND entity_type IN ('contact', 'company', 'deal');
DELETE FROM measurement WHERE name GLOB 'resolution_*';
