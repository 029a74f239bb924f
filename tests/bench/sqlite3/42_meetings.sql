-- ic_meetings with its payloads.
-- OR IGNORE: a meeting that ends before it starts is refused by its table and becomes a row in error.
INSERT OR IGNORE INTO ic_meetings (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, meeting_name, meeting_description, meeting_start_time, meeting_end_time,
	internal_meeting_notes, meeting_location, location_type, meeting_outcome, meeting_source,
	outcome_completed_count, outcome_canceled_count, outcome_no_show_count, outcome_rescheduled_count,
	associated_contact_id, associated_company_id, associated_deal_id, hubspot_api_payload, created_at,
	last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.meeting_name, v.meeting_description,
	v.meeting_start_time, v.meeting_end_time, v.internal_meeting_notes, v.meeting_location,
	v.location_type, v.meeting_outcome, v.meeting_source, v.outcome_completed_count,
	v.outcome_canceled_count, v.outcome_no_show_count, v.outcome_rescheduled_count,
	v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.activity_date, 1, 10) || 'T' || substr(v.activity_date, 12, 8) || '.'
		|| substr(substr(v.activity_date, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_meeting_title":' || json_quote(v.payload_title)
	|| CASE WHEN v.meeting_description IS NULL THEN '' ELSE ',"hs_meeting_body":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.meeting_description,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>')) END
	|| ',"hs_meeting_start_time":"'
		|| substr(v.meeting_start_time, 1, 10) || 'T' || substr(v.meeting_start_time, 12, 8) || '.'
		|| substr(substr(v.meeting_start_time, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_meeting_end_time":"'
		|| substr(v.meeting_end_time, 1, 10) || 'T' || substr(v.meeting_end_time, 12, 8) || '.'
		|| substr(substr(v.meeting_end_time, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_meeting_outcome":"' || ifnull(g.value, v.meeting_outcome) || '"'
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":200}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":188}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":212}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM v_ic_meetings_staging v
LEFT JOIN rule_value g ON g.target = 'hs_meeting_outcome' AND g.source = lower(v.meeting_outcome)
CROSS JOIN this_run t;

UPDATE ic_communication_master
SET staging_status = 'error', error_message = 'the meeting ends before it starts', api_push_status = NULL
WHERE derived_activity_type = 'meetings'
	AND NOT EXISTS (SELECT 1 FROM ic_meetings m WHERE m.id = ic_communication_master.id);
