-- filter: finds the rows that filters.csv means, before derive goes through them: those to hold or skip into filtered_row,
-- where v_disposition looks, those to flag into finding. Where there is no filter no statement reads a row of the master:
-- each begins with filter_rule, and CROSS JOIN keeps that order.
--
-- A subject is compared in lower case, without blanks around it.
DELETE FROM filter_hit;
DELETE FROM filtered_row;

-- from_date: before the date.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN ic_communication_master m
WHERE f.filter = 'from_date' AND m.comm_datetime < f.parameter AND f.activity IN ('*', m.derived_activity_type);

-- orphan: no contact, company or deal in HubSpot to show it on, an attendee's neither.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN v_on_no_record n CROSS JOIN ic_communication_master m ON m.id = n.id
WHERE f.filter = 'orphan' AND f.activity IN ('*', m.derived_activity_type);

-- exempt: listed by its own id, or by that of its person or company.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN exemption x CROSS JOIN ic_communication_master m ON m.id = x.legacy_id
WHERE f.filter = 'exempt' AND x.entity = 'communication' AND f.activity IN ('*', m.derived_activity_type)
UNION
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN exemption x CROSS JOIN ic_communication_master m ON m.person_id = x.legacy_id
WHERE f.filter = 'exempt' AND x.entity = 'person' AND f.activity IN ('*', m.derived_activity_type)
UNION
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN exemption x CROSS JOIN ic_communication_master m ON m.company_id = x.legacy_id
WHERE f.filter = 'exempt' AND x.entity = 'company' AND f.activity IN ('*', m.derived_activity_type);

-- private, deleted: the file's own columns say so.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.id, f.position
FROM filter_rule f CROSS JOIN source_mark k CROSS JOIN ic_communication_master m ON m.id = k.comm_communicationid
WHERE ((f.filter = 'private' AND k.is_private) OR (f.filter = 'deleted' AND k.is_deleted))
	AND f.activity IN ('*', m.derived_activity_type);

-- mass_mail: more communications than the parameter says have the subject.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.id, s.position
FROM (SELECT 1 FROM filter_rule WHERE filter = 'mass_mail' LIMIT 1)
CROSS JOIN ic_communication_master m
CROSS JOIN (
	SELECT f.position, f.activity, lower(trim(n.comm_subject)) AS subject
	FROM filter_rule f CROSS JOIN ic_communication_master n
	WHERE f.filter = 'mass_mail' AND trim(n.comm_subject) <> '' AND f.activity IN ('*', n.derived_activity_type)
	GROUP BY f.position, lower(trim(n.comm_subject))
	HAVING count(*) > CAST(f.parameter AS INTEGER)
) s ON s.subject = lower(trim(m.comm_subject))
WHERE s.activity IN ('*', m.derived_activity_type);

-- reply: of the communications of one contact with the same subject, reply prefixes taken off, all but the first. The
-- contact is HubSpot's, else the legacy person; a row without either is no reply. The parameter's prefixes stand before a
-- colon: RE:, Fw :.
INSERT INTO filter_hit (comm_communicationid, position)
WITH RECURSIVE prefix (position, word, rest) AS (
	SELECT position, '', lower(trim(parameter)) || ' ' FROM filter_rule WHERE filter = 'reply'
	UNION ALL
	SELECT position, substr(rest, 1, instr(rest, ' ') - 1), ltrim(substr(rest, instr(rest, ' ')))
	FROM prefix WHERE rest <> ''
),
subject (position, activity, whole, bare) AS (
	SELECT DISTINCT f.position, f.activity, lower(trim(m.comm_subject)), lower(trim(m.comm_subject))
	FROM filter_rule f CROSS JOIN ic_communication_master m
	WHERE f.filter = 'reply' AND trim(m.comm_subject) <> '' AND f.activity IN ('*', m.derived_activity_type)
	UNION ALL
	SELECT s.position, s.activity, s.whole, ltrim(substr(s.bare, instr(s.bare, ':') + 1))
	FROM subject s
	JOIN prefix p ON p.position = s.position AND p.word <> ''
		AND p.word = rtrim(substr(s.bare, 1, instr(s.bare, ':') - 1))
	WHERE instr(s.bare, ':') > 1
),
bare AS MATERIALIZED (
	SELECT position, activity, whole, bare, min(length(bare)) FROM subject GROUP BY position, whole
)
SELECT id, position FROM (
	SELECT m.id, b.position, row_number() OVER (
		PARTITION BY b.position, m.hubspot_contact_id, CASE WHEN m.hubspot_contact_id IS NULL THEN m.person_id END, b.bare
		ORDER BY m.comm_datetime, m.id) AS place
	FROM (SELECT 1 FROM filter_rule WHERE filter = 'reply' LIMIT 1)
	CROSS JOIN ic_communication_master m
	CROSS JOIN bare b ON b.whole = lower(trim(m.comm_subject))
	WHERE b.activity IN ('*', m.derived_activity_type) AND coalesce(m.hubspot_contact_id, m.person_id) IS NOT NULL)
WHERE place > 1;

-- unknown_action: the row has an action, and no rule that asks for one holds for it: another code decided.
-- unknown_status, unknown_priority: it has one that values.csv does not list for its activity, nor the rule names.
INSERT INTO filter_hit (comm_communicationid, position)
WITH target (filter, activity, name) AS (
	VALUES ('unknown_status', 'calls', 'call_status'), ('unknown_status', 'emails', 'email_send_status'),
		('unknown_status', 'meetings', 'meeting_outcome'), ('unknown_status', 'tasks', 'task_status'),
		('unknown_priority', 'tasks', 'task_priority')
),
code AS MATERIALIZED (
	SELECT f.position, c.id
	FROM filter_rule f CROSS JOIN code_combination c
	WHERE f.filter = 'unknown_action' AND c.rule_position IS NOT NULL AND f.activity IN ('*', c.activity_type)
		AND c.action_norm <> ''
		AND NOT EXISTS (SELECT 1 FROM v_rule_trial t JOIN classification_rule r ON r.position = t.position
			WHERE t.id = c.id AND t.outcome <> 'no' AND r.action_norm <> '')
	UNION ALL
	SELECT f.position, c.id
	FROM filter_rule f CROSS JOIN code_combination c CROSS JOIN target t
	WHERE t.filter = f.filter AND t.activity = c.activity_type AND f.activity IN ('*', c.activity_type)
		AND c.rule_position IS NOT NULL
		AND CASE t.filter WHEN 'unknown_status' THEN c.status_norm <> '' AND c.activity_status IS NULL
			ELSE c.priority_norm <> '' END
		AND NOT EXISTS (SELECT 1 FROM rule_value v WHERE v.target = t.name AND v.source <> '*' AND v.source =
			CASE t.filter WHEN 'unknown_status' THEN c.status_norm ELSE c.priority_norm END)
)
SELECT o.comm_communicationid, k.position
FROM (SELECT 1 FROM code LIMIT 1) CROSS JOIN row_origin o CROSS JOIN code k ON k.id = o.code_combination_id;

-- unknown_owner: the file names an owner or user, and values.csv, which names some, names none for it.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT DISTINCT m.id, f.position
FROM filter_rule f CROSS JOIN source_extra x CROSS JOIN ic_communication_master m ON m.id = x.comm_communicationid
WHERE f.filter = 'unknown_owner' AND x.name IN ('owner_email', 'user') AND f.activity IN ('*', m.derived_activity_type)
	AND EXISTS (SELECT 1 FROM rule_value WHERE target = 'owner')
	AND NOT EXISTS (SELECT 1 FROM source_extra y JOIN rule_value v ON v.target = 'owner' AND v.source = CASE
			WHEN y.name = 'user' AND y.value GLOB '*[0-9].0' THEN substr(y.value, 1, length(y.value) - 2)
			ELSE lower(trim(y.value, char(9, 10, 11, 12, 13, 32, 160))) END
		WHERE y.comm_communicationid = x.comm_communicationid AND y.name IN ('owner_email', 'user'));

INSERT INTO filtered_row (comm_communicationid, position, decision, code, reason)
SELECT h.comm_communicationid, min(h.position), f.decision, f.code, f.reason
FROM filter_hit h JOIN v_filter f ON f.position = h.position
WHERE f.decision <> 'flag'
GROUP BY h.comm_communicationid;

INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message)
SELECT h.comm_communicationid, m.derived_activity_type, 'flagged', f.code, f.property, f.reason
FROM v_filter f
CROSS JOIN filter_hit h ON h.position = f.position
CROSS JOIN ic_communication_master m ON m.id = h.comm_communicationid
WHERE f.decision = 'flag'
ORDER BY h.comm_communicationid, h.position
ON CONFLICT DO NOTHING;
