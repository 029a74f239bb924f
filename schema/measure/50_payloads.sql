-- The payloads: one pass over each derivative table. A derived row has a payload, unless it is held; a payload is
-- JSON, in the shape of one input of HubSpot's batch create, with the communication's id for its trace id.
INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_calls d
)
SELECT 'payloads_missing_calls', missing FROM pass
UNION ALL SELECT 'payloads_json_calls', broken FROM pass
UNION ALL SELECT 'payloads_shape_calls', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_emails d
)
SELECT 'payloads_missing_emails', missing FROM pass
UNION ALL SELECT 'payloads_json_emails', broken FROM pass
UNION ALL SELECT 'payloads_shape_emails', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_meetings d
)
SELECT 'payloads_missing_meetings', missing FROM pass
UNION ALL SELECT 'payloads_json_meetings', broken FROM pass
UNION ALL SELECT 'payloads_shape_meetings', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_notes d
)
SELECT 'payloads_missing_notes', missing FROM pass
UNION ALL SELECT 'payloads_json_notes', broken FROM pass
UNION ALL SELECT 'payloads_shape_notes', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_tasks d
)
SELECT 'payloads_missing_tasks', missing FROM pass
UNION ALL SELECT 'payloads_json_tasks', broken FROM pass
UNION ALL SELECT 'payloads_shape_tasks', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_communications d
)
SELECT 'payloads_missing_communications', missing FROM pass
UNION ALL SELECT 'payloads_json_communications', broken FROM pass
UNION ALL SELECT 'payloads_shape_communications', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT
		count(*) FILTER (WHERE hubspot_api_payload IS NULL AND NOT EXISTS (
			SELECT 1 FROM finding f JOIN ic_communication_master m ON m.comm_communicationid = f.comm_communicationid
			WHERE m.id = d.ic_communication_master_id AND f.kind = 'held')) AS missing,
		count(*) FILTER (WHERE NOT json_valid(hubspot_api_payload)) AS broken,
		count(*) FILTER (WHERE CASE WHEN json_valid(hubspot_api_payload) THEN
			json_type(hubspot_api_payload, '$.properties') IS NOT 'object'
			OR json_type(hubspot_api_payload, '$.associations') IS NOT 'array'
			OR json_type(hubspot_api_payload, '$.objectWriteTraceId') IS NOT 'text' END) AS misshapen
	FROM ic_postal_mail d
)
SELECT 'payloads_missing_postal_mail', missing FROM pass
UNION ALL SELECT 'payloads_json_postal_mail', broken FROM pass
UNION ALL SELECT 'payloads_shape_postal_mail', misshapen FROM pass;

INSERT OR REPLACE INTO measurement
SELECT 'payloads_missing', total(value) FROM measurement WHERE name GLOB 'payloads_missing_*'
UNION ALL SELECT 'payloads_json', total(value) FROM measurement WHERE name GLOB 'payloads_json_*'
UNION ALL SELECT 'payloads_shape', total(value) FROM measurement WHERE name GLOB 'payloads_shape_*';
