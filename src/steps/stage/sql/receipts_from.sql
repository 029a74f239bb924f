-- In the journal; the last column: is the outcome unknown?
SELECT v.comm_communicationid, v.activity_type, v.hubspot_engagement_id, v.status, v.payload_sha256, v.error_message, v.pushed_at,
	r.state IN ('unknown', 'sending')
FROM v_receipt v
JOIN record r ON r.communication_id = v.comm_communicationid
ORDER BY v.comm_communicationid
