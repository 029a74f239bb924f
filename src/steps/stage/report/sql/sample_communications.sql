-- What communication ?1 became.
SELECT activity_date, create_date, last_modified_date, communication_body, channel_type, logged_from,
	associated_contact_id, associated_company_id, associated_deal_id, api_push_status, hubspot_engagement_id
FROM ic_communications WHERE ic_communication_master_id = ?1;
