-- The whole of long bodies, of the communications that are pushed: replaced where it differs.
WITH pushed AS (
	SELECT x.comm_communicationid
	FROM hs_ic_communication_master x
	WHERE NOT EXISTS (SELECT 1 FROM hs_conflict c WHERE c.comm_communicationid = x.comm_communicationid)
),
removed AS (
	DELETE FROM email_body t USING pushed p
	WHERE t.comm_communicationid = p.comm_communicationid
		AND NOT EXISTS (SELECT 1 FROM hs_email_body x WHERE x.comm_communicationid = t.comm_communicationid)
	RETURNING 1
),
changed AS (
	UPDATE email_body t
	SET body = x.body
	FROM hs_email_body x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE t.comm_communicationid = x.comm_communicationid AND ROW(t.body) IS DISTINCT FROM ROW(x.body)
	RETURNING 1
),
added AS (
	INSERT INTO email_body (comm_communicationid, body)
	SELECT x.comm_communicationid, x.body
	FROM hs_email_body x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE NOT EXISTS (SELECT 1 FROM email_body t WHERE t.comm_communicationid = x.comm_communicationid)
	RETURNING 1
)
SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added), (SELECT count(*) FROM removed);
