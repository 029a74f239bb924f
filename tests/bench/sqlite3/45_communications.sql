-- ic_communications with its payloads.
INSERT INTO ic_communications (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, communication_body, channel_type, logged_from, associated_contact_id,
	associated_company_id, associated_deal_id, hubspot_api_payload, created_at, last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.communication_body, v.channel_type,
	v.logged_from, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.activity_date, 1, 10) || 'T' || substr(v.activity_date, 12, 8) || '.'
		|| substr(substr(v.activity_date, 21) || '000', 1, 3) || 'Z"'
	|| ifnull(',"hs_communication_channel_type":"' || g.value || '"', '')
	|| ',"hs_communication_logged_from":"CRM"'
	|| ',"hs_communication_body":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.communication_body,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>'))
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":81}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":87}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":85}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM v_ic_communications_staging v
LEFT JOIN rule_value g ON g.target = 'hs_communication_channel_type' AND g.source = lower(v.channel_type)
CROSS JOIN this_run t;
