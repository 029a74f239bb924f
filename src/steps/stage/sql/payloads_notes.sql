-- The lines of the bundle, in its order: HubSpot's id of a record to update, 0 for one to create; the payload.
SELECT CASE WHEN t.api_push_status = 'pushed' THEN t.hubspot_engagement_id ELSE 0 END, t.hubspot_api_payload
FROM ic_notes t
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'held')
	AND (t.api_push_status <> 'pushed'
		OR EXISTS (SELECT 1 FROM finding f WHERE f.comm_communicationid = t.id AND f.kind = 'changed'))
ORDER BY t.id;
