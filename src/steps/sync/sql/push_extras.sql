-- What the source's other columns hold, of the communications that are pushed: replaced where they differ.
WITH pushed AS (
	SELECT x.comm_communicationid
	FROM hs_ic_communication_master x
	WHERE NOT EXISTS (SELECT 1 FROM hs_conflict c WHERE c.comm_communicationid = x.comm_communicationid)
),
removed AS (
	DELETE FROM source_extra t USING pushed p
	WHERE t.comm_communicationid = p.comm_communicationid
		AND NOT EXISTS (SELECT 1 FROM hs_source_extra x
			WHERE x.comm_communicationid = t.comm_communicationid AND x.name = t.name)
	RETURNING 1
),
changed AS (
	UPDATE source_extra t
	SET value = x.value
	FROM hs_source_extra x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE t.comm_communicationid = x.comm_communicationid AND t.name = x.name AND t.value <> x.value
	RETURNING 1
),
added AS (
	INSERT INTO source_extra (comm_communicationid, name, value)
	SELECT x.comm_communicationid, x.name, x.value
	FROM hs_source_extra x
	JOIN pushed p ON p.comm_communicationid = x.comm_communicationid
	WHERE NOT EXISTS (SELECT 1 FROM source_extra t
		WHERE t.comm_communicationid = x.comm_communicationid AND t.name = x.name)
	RETURNING 1
)
SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added), (SELECT count(*) FROM removed);
