-- ic_calls with its payloads, by the view that holds the rules. What the seven files have in common: the payload is put
-- together as text, json_quote() for what comes from people, so that it is the same bytes as hubstage's; what the
-- templates of schema/rules/plan/payloads send of columns that are always NULL is not asked for; so are control
-- characters, lengths over 65,536 and time zones other than UTC, of which the data has none. All of that is work that
-- hubstage does and this does not.
INSERT INTO ic_calls (
	id, ic_communication_master_id, activity_date, activity_assigned_to, activity_created_by, create_date,
	last_modified_date, call_title, call_notes, call_direction, call_duration_ms, call_status,
	call_outcome, call_source, from_number, to_number, associated_contact_id, associated_company_id,
	associated_deal_id, hubspot_api_payload, created_at, last_updated)
SELECT
	v.ic_communication_master_id, v.ic_communication_master_id, v.activity_date, v.activity_assigned_to,
	v.activity_created_by, v.create_date, v.last_modified_date, v.call_title, v.call_notes,
	v.call_direction, v.call_duration_ms, v.call_status, v.call_outcome, v.call_source, v.from_number,
	v.to_number, v.associated_contact_id, v.associated_company_id, v.associated_deal_id,
	'{"properties":{"legacy_communication_id":"' || v.payload_key
	|| '","hs_timestamp":"'
		|| substr(v.activity_date, 1, 10) || 'T' || substr(v.activity_date, 12, 8) || '.'
		|| substr(substr(v.activity_date, 21) || '000', 1, 3) || 'Z"'
	|| ',"hs_call_title":' || json_quote(v.payload_title)
	|| CASE WHEN v.call_notes IS NULL THEN '' ELSE ',"hs_call_body":'
		|| json_quote(replace(replace(replace(replace(replace(replace(v.call_notes,
			'&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
			char(13, 10), '<br>'), char(10), '<br>'), char(13), '<br>')) END
	|| ',"hs_call_direction":"' || v.call_direction || '"'
	|| ifnull(',"hs_call_duration":"' || v.call_duration_ms || '"', '')
	|| ',"hs_call_status":"' || v.call_status || '"'
	|| ifnull(',"hs_call_disposition":"' || g.value || '"', '')
	|| '},"associations":[' || substr(
		ifnull(',{"to":{"id":"' || v.associated_contact_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":194}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_company_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":182}]}', '')
		|| ifnull(',{"to":{"id":"' || v.associated_deal_id
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":206}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || v.payload_key || '"}',
	t.as_of, t.as_of
FROM v_ic_calls_staging v
LEFT JOIN rule_value g ON g.target = 'hs_call_disposition'
	AND g.source = lower(trim(ifnull(v.call_outcome, ''), char(9, 10, 11, 12, 13, 32, 160)))
CROSS JOIN this_run t;
