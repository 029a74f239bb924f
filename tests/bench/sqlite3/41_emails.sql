-- ic_emails with its payloads.
INSERT INTO ic_emails (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, email_subject, email_body, email_direction, email_from_address, email_to_address,
	email_send_status, email_open_rate, email_click_rate, email_reply_rate, number_of_email_opens,
	number_of_email_clicks, number_of_email_replies, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload, created_at, last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.email_subject, v.email_body,
	v.email_direction, v.email_from_address, v.email_to_address, v.email_send_status, v.email_open_rate,
	v.email_click_rate, v.email_reply_rate, v.number_of_email_opens, v.number_of_email_clicks,
	v.number_of_email_replies, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.activity_date, 1, 10) || 'T' || substr(v.activity_date, 12, 8) || '.'
		|| substr(substr(v.activity_date, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_email_subject":' || json_quote(v.payload_title)
	|| CASE WHEN v.email_body IS NULL THEN '' ELSE ',"hs_email_html":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.email_body,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>')) END
	|| ifnull(',"hs_email_direction":"' || g.value || '"', '')
	|| ',"hs_email_status":"' || v.email_send_status || '"'
	|| CASE WHEN v.has_from OR v.has_to THEN ',"hs_email_headers":' || json_quote('{'
		|| CASE WHEN v.has_from THEN '"from":{"email":' || json_quote(v.email_from_address)
			|| CASE WHEN v.payload_from_firstname IS NULL THEN ''
				ELSE ',"firstName":' || json_quote(v.payload_from_firstname) END
			|| CASE WHEN v.payload_from_lastname IS NULL THEN ''
				ELSE ',"lastName":' || json_quote(v.payload_from_lastname) END
			|| '},' ELSE '' END
		|| '"to":['
		|| CASE WHEN v.has_to THEN '{"email":' || json_quote(v.email_to_address)
			|| CASE WHEN v.payload_to_firstname IS NULL THEN ''
				ELSE ',"firstName":' || json_quote(v.payload_to_firstname) END
			|| CASE WHEN v.payload_to_lastname IS NULL THEN ''
				ELSE ',"lastName":' || json_quote(v.payload_to_lastname) END
			|| '}' ELSE '' END
		|| '],"cc":[],"bcc":[]}') ELSE '' END
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":198}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":186}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":210}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM (
	SELECT *,
		ifnull(email_from_address GLOB '?*@?*.?*' AND email_from_address NOT GLOB '*[ <>,;]*'
			AND email_from_address NOT GLOB '*@*@*' AND email_from_address NOT GLOB '*@.*'
			AND email_from_address NOT GLOB '*@*..*' AND email_from_address NOT GLOB '*.', 0) AS has_from,
		ifnull(email_to_address GLOB '?*@?*.?*' AND email_to_address NOT GLOB '*[ <>,;]*'
			AND email_to_address NOT GLOB '*@*@*' AND email_to_address NOT GLOB '*@.*'
			AND email_to_address NOT GLOB '*@*..*' AND email_to_address NOT GLOB '*.', 0) AS has_to
	FROM v_ic_emails_staging) v
LEFT JOIN rule_value g ON g.target = 'hs_email_direction' AND g.source = lower(v.email_direction)
CROSS JOIN this_run t;
