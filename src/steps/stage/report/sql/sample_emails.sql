-- What communication ?1 became.
SELECT activity_date, create_date, last_modified_date, email_subject, email_body, email_direction,
	email_from_address, email_to_address, email_send_status,
	associated_contact_id, associated_company_id, associated_deal_id, api_push_status, hubspot_engagement_id
FROM ic_emails WHERE ic_communication_master_id = ?1;
