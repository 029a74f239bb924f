-- What communication ?1 became.
SELECT activity_date, create_date, last_modified_date, meeting_name, meeting_description, meeting_start_time,
	meeting_end_time, location_type, meeting_outcome,
	associated_contact_id, associated_company_id, associated_deal_id, api_push_status, hubspot_engagement_id
FROM ic_meetings WHERE ic_communication_master_id = ?1;
