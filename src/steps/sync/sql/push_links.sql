-- The further persons and companies of the communications that are pushed: replaced where they differ.
WITH pushed AS (
	SELECT x.comm_communicationid
	FROM hs_ic_communication_master x
	WHERE NOT EXISTS (SELECT 1 FROM hs_conflict c WHERE c.comm_communicationid = x.comm_communicationid)
),
removed AS (
	DELETE FROM communication_link t USING pushed p
	WHERE t.comm_communicationid = p.comm_communicationid
		AND NOT EXISTS (SELECT 1 FROM hs_communication_link x
			WHERE x.comm_communicationid = t.comm_communicationid AND x.position = t.position)
	RETURNING 1
),
changed AS (
	UPDATE communication_link t
	SET person_id = x.person_id, company_id = x.company_id, hubspot_contact_id = x.hubspot_contact_id,
		hubspot_company_id = x.hubspot_company_id
	FROM hs_communication_link x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE t.comm_communicationid = x.comm_communicationid AND t.position = x.position
		AND ROW(t.person_id, t.company_id, t.hubspot_contact_id, t.hubspot_company_id)
			IS DISTINCT FROM ROW(x.person_id, x.company_id, x.hubspot_contact_id, x.hubspot_company_id)
	RETURNING 1
),
added AS (
	INSERT INTO communication_link (comm_communicationid, position, person_id, company_id, hubspot_contact_id,
		hubspot_company_id)
	SELECT x.comm_communicationid, x.position, x.person_id, x.company_id, x.hubspot_contact_id, x.hubspot_company_id
	FROM hs_communication_link x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE NOT EXISTS (SELECT 1 FROM communication_link t
		WHERE t.comm_communicationid = x.comm_communicationid AND t.position = x.position)
	RETURNING 1
)
SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added), (SELECT count(*) FROM removed);
