-- ic_postal_mail with its payloads.
INSERT INTO ic_postal_mail (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, postal_mail_body, body_preview, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload, created_at, last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.postal_mail_body, v.body_preview,
	v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.activity_date, 1, 10) || 'T' || substr(v.activity_date, 12, 8) || '.'
		|| substr(substr(v.activity_date, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_postal_mail_body":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.postal_mail_body,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>'))
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":453}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":459}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":457}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM v_ic_postal_mail_staging v
CROSS JOIN this_run t;
