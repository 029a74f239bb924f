-- What the source calls private or deleted, of the communications that are pushed: replaced where it differs.
WITH pushed AS (
	SELECT x.comm_communicationid
	FROM hs_ic_communication_master x
	WHERE NOT EXISTS (SELECT 1 FROM hs_conflict c WHERE c.comm_communicationid = x.comm_communicationid)
),
removed AS (
	DELETE FROM source_mark t USING pushed p
	WHERE t.comm_communicationid = p.comm_communicationid
		AND NOT EXISTS (SELECT 1 FROM hs_source_mark x WHERE x.comm_communicationid = t.comm_communicationid)
	RETURNING 1
),
changed AS (
	UPDATE source_mark t
	SET is_private = x.is_private, is_deleted = x.is_deleted
	FROM hs_source_mark x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE t.comm_communicationid = x.comm_communicationid AND ROW(t.is_private, t.is_deleted) IS DISTINCT FROM ROW(x.is_private, x.is_deleted)
	RETURNING 1
),
added AS (
	INSERT INTO source_mark (comm_communicationid, is_private, is_deleted)
	SELECT x.comm_communicationid, x.is_private, x.is_deleted
	FROM hs_source_mark x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE NOT EXISTS (SELECT 1 FROM source_mark t WHERE t.comm_communicationid = x.comm_communicationid)
	RETURNING 1
)
SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added), (SELECT count(*) FROM removed);
