-- What hubstage derived (pushed into the tables) beside what the server's own views say: a line a difference, at most five a kind.
-- The payload columns are text here, so that payloads are compared byte for byte.
\set QUIET on
\pset format unaligned
\pset tuples_only on
SELECT format($f$
SELECT 'ic_%1$s.' || d.name || ': communication ' || d.id || ': hubstage ' || coalesce(quote_literal(left(d.ours, 200)), 'NULL')
	|| ', view ' || coalesce(quote_literal(left(d.theirs, 200)), 'NULL')
FROM (
	SELECT m.comm_communicationid AS id, k.key AS name, k.value AS ours, o.value AS theirs,
		row_number() OVER (PARTITION BY k.key ORDER BY m.id) AS n
	FROM ic_%1$s t
	JOIN ic_communication_master m ON m.id = t.ic_communication_master_id
	JOIN v_ic_%1$s_staging v ON v.ic_communication_master_id = m.id
	CROSS JOIN LATERAL jsonb_each_text(to_jsonb(t)) k
	JOIN LATERAL jsonb_each_text(to_jsonb(v)) o ON o.key = k.key
	WHERE k.value IS DISTINCT FROM o.value
) d
WHERE d.n <= 5
UNION ALL
SELECT 'ic_%1$s: communication ' || m.comm_communicationid || ' is in the table and not in the view'
FROM ic_%1$s t JOIN ic_communication_master m ON m.id = t.ic_communication_master_id
WHERE NOT EXISTS (SELECT 1 FROM v_ic_%1$s_staging v WHERE v.ic_communication_master_id = m.id)
UNION ALL
SELECT 'ic_%1$s: communication ' || v.payload_key || ' is in the view, neither derived nor in error nor skipped'
FROM v_ic_%1$s_staging v JOIN ic_communication_master m ON m.id = v.ic_communication_master_id
WHERE m.staging_status <> 'error' AND v.payload_decision <> 'skip'
	AND NOT EXISTS (SELECT 1 FROM ic_%1$s t WHERE t.ic_communication_master_id = v.ic_communication_master_id)
UNION ALL
(SELECT 'v_ic_%1$s_payload: communication ' || p.comm_communicationid || E':\n  hubstage ' || left(t.hubspot_api_payload, 1500)
	|| E'\n  view     ' || left(coalesce(p.payload, 'NULL'), 1500)
FROM ic_%1$s t JOIN v_ic_%1$s_payload p ON p.ic_communication_master_id = t.ic_communication_master_id
WHERE t.hubspot_api_payload IS DISTINCT FROM p.payload LIMIT 5)
UNION ALL
(SELECT 'v_ic_%1$s_payload: communication ' || p.comm_communicationid || ': hubstage holds it for '
	|| coalesce(f.code, 'nothing') || ', the view for ' || coalesce(p.held, 'nothing')
FROM v_ic_%1$s_payload p
JOIN ic_%1$s t ON t.ic_communication_master_id = p.ic_communication_master_id
LEFT JOIN (SELECT comm_communicationid, string_agg(code, ', ' ORDER BY code) AS code FROM hs_found GROUP BY 1) f
	USING (comm_communicationid)
WHERE f.code IS DISTINCT FROM (SELECT string_agg(h, ', ' ORDER BY h) FROM unnest(string_to_array(p.held, ', ')) h) LIMIT 5)
$f$, activity)
FROM unnest(ARRAY['calls', 'emails', 'meetings', 'notes', 'tasks', 'communications', 'postal_mail']) activity
\gexec
SELECT 'classification: communication ' || comm_communicationid || ': hubstage ' || derived_activity_type || ', view ' || now
FROM (
	SELECT m.comm_communicationid, m.derived_activity_type, m.is_task_eligible, coalesce(c.activity, 'notes') AS now
	FROM ic_communication_master m
	LEFT JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
		m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
		m.comm_email_clean IS NOT NULL, m.comm_subject) c ON true
) r
WHERE derived_activity_type <> now
LIMIT 5;
SELECT 'filter ' || position || ': communication ' || comm_communicationid || ': only ' || CASE WHEN h.comm_communicationid IS NULL THEN 'the server' ELSE 'hubstage' END
FROM hs_hit h FULL JOIN filter_hit f USING (comm_communicationid, position)
WHERE h.comm_communicationid IS NULL OR f.comm_communicationid IS NULL
LIMIT 5;
