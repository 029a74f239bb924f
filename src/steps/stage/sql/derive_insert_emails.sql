-- A derived row: the id, the view's columns up to associated_deal_id in their order, the payload, then what receipts know.
INSERT INTO ic_emails (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, email_subject, email_body, email_direction, email_from_address, email_to_address,
	email_send_status, email_open_rate, email_click_rate, email_reply_rate, number_of_email_opens,
	number_of_email_clicks, number_of_email_replies, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload, api_push_status, hubspot_engagement_id, error_message, created_at,
	pushed_at, last_updated)
VALUES (
	?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
	?24, ?25, ?26, ?27, ?28);
