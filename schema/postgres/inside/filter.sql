-- filter.sql: finds the rows that the rule set's filters mean: those to hold or skip into filtered_row, where the staging
-- views look. As schema/steps/filter.sql does it for SQLite. Run as resolve.sql, behind it and in front of derive.sql.
--
-- A subject is compared in lower case (A to Z), without blanks around it.
DELETE FROM filter_hit;
DELETE FROM filtered_row;

-- from_date: before the date.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.comm_communicationid, f.position
FROM filter_rule f
JOIN ic_communication_master m ON f.activity IN ('*', m.derived_activity_type)
	AND to_char(m.comm_datetime, 'YYYY-MM-DD HH24:MI:SS') COLLATE "C" < f.parameter
WHERE f.filter = 'from_date';

-- orphan: no contact, company or deal in HubSpot to show it on, an attendee's neither.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.comm_communicationid, f.position
FROM filter_rule f
CROSS JOIN v_on_no_record n
JOIN ic_communication_master m ON m.comm_communicationid = n.comm_communicationid
	AND f.activity IN ('*', m.derived_activity_type)
WHERE f.filter = 'orphan';

-- exempt: listed by its own id, or by that of its person or company.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT DISTINCT m.comm_communicationid, f.position
FROM filter_rule f
CROSS JOIN exemption x
JOIN ic_communication_master m ON f.activity IN ('*', m.derived_activity_type)
	AND x.legacy_id = CASE x.entity WHEN 'communication' THEN m.comm_communicationid WHEN 'person' THEN m.person_id
		ELSE m.company_id END
WHERE f.filter = 'exempt';

-- private, deleted: the source's own columns say so.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.comm_communicationid, f.position
FROM filter_rule f
JOIN source_mark k ON (f.filter = 'private' AND k.is_private) OR (f.filter = 'deleted' AND k.is_deleted)
JOIN ic_communication_master m ON m.comm_communicationid = k.comm_communicationid
	AND f.activity IN ('*', m.derived_activity_type);

-- mass_mail: more communications than the parameter says have the subject.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT comm_communicationid, position
FROM (
	SELECT m.comm_communicationid, f.position, f.parameter,
		count(*) OVER (PARTITION BY f.position, lower(btrim(m.comm_subject) COLLATE "C")) AS count
	FROM filter_rule f
	JOIN ic_communication_master m ON f.activity IN ('*', m.derived_activity_type) AND btrim(m.comm_subject) <> ''
	WHERE f.filter = 'mass_mail'
) s
WHERE count > parameter::bigint;

-- reply: of the communications of one contact with the same subject, reply prefixes taken off, all but the first. The
-- contact is HubSpot's, else the legacy person; a row without either is no reply. The parameter's prefixes stand before a
-- colon: RE:, Fw :.
INSERT INTO filter_hit (comm_communicationid, position)
WITH RECURSIVE prefix (position, word) AS (
	SELECT DISTINCT f.position, word
	FROM filter_rule f CROSS JOIN string_to_table(lower(f.parameter COLLATE "C"), ' ') word
	WHERE f.filter = 'reply' AND word <> ''
),
subject (position, activity, whole, bare) AS (
	SELECT DISTINCT f.position, f.activity, lower(btrim(m.comm_subject) COLLATE "C"), lower(btrim(m.comm_subject) COLLATE "C")
	FROM filter_rule f
	JOIN ic_communication_master m ON f.activity IN ('*', m.derived_activity_type) AND btrim(m.comm_subject) <> ''
	WHERE f.filter = 'reply'
	UNION ALL
	SELECT s.position, s.activity, s.whole, ltrim(substr(s.bare, strpos(s.bare, ':') + 1))
	FROM subject s
	JOIN prefix p ON p.position = s.position AND p.word = rtrim(split_part(s.bare, ':', 1))
	WHERE strpos(s.bare, ':') > 1
),
bare AS (
	SELECT DISTINCT ON (position, whole) position, activity, whole, bare
	FROM subject
	ORDER BY position, whole, length(bare)
)
SELECT comm_communicationid, position
FROM (
	SELECT m.comm_communicationid, b.position, row_number() OVER (
		PARTITION BY b.position, m.hubspot_contact_id, CASE WHEN m.hubspot_contact_id IS NULL THEN m.person_id END, b.bare
		ORDER BY m.comm_datetime, m.comm_communicationid) AS place
	FROM ic_communication_master m
	JOIN bare b ON b.whole = lower(btrim(m.comm_subject) COLLATE "C") AND b.activity IN ('*', m.derived_activity_type)
	WHERE coalesce(m.hubspot_contact_id, m.person_id) IS NOT NULL
) r
WHERE place > 1;

-- unknown_action: the row has an action, and no rule that asks for one holds for it: another code decided.
-- unknown_status, unknown_priority: it has one that values.csv does not list for its activity, nor the rule names.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.comm_communicationid, f.position
FROM filter_rule f
JOIN ic_communication_master m ON f.activity IN ('*', m.derived_activity_type)
CROSS JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c
WHERE f.filter = 'unknown_action' AND hs_norm(m.comm_action) <> ''
	AND NOT EXISTS (SELECT 1 FROM hs_rules(m.comm_type, m.comm_action, m.comm_status, m.comm_priority,
		m.comm_caseid IS NOT NULL, m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL,
		m.comm_note IS NOT NULL, m.comm_email_clean IS NOT NULL, m.comm_subject) a WHERE a.action_norm <> '');

INSERT INTO filter_hit (comm_communicationid, position)
SELECT m.comm_communicationid, f.position
FROM filter_rule f
JOIN (VALUES ('unknown_status', 'calls', 'call_status'), ('unknown_status', 'emails', 'email_send_status'),
	('unknown_status', 'meetings', 'meeting_outcome'), ('unknown_status', 'tasks', 'task_status'),
	('unknown_priority', 'tasks', 'task_priority')) t (filter, activity, name)
	ON t.filter = f.filter AND f.activity IN ('*', t.activity)
JOIN ic_communication_master m ON m.derived_activity_type = t.activity
CROSS JOIN LATERAL hs_rule(m.comm_type, m.comm_action, m.comm_status, m.comm_priority, m.comm_caseid IS NOT NULL,
	m.person_id IS NOT NULL, m.company_id IS NOT NULL, m.comm_opportunityid IS NOT NULL, m.comm_note IS NOT NULL,
	m.comm_email_clean IS NOT NULL, m.comm_subject) c
CROSS JOIN LATERAL (SELECT hs_norm(CASE t.filter WHEN 'unknown_status' THEN m.comm_status ELSE m.comm_priority END)) k (code)
WHERE k.code <> '' AND (t.filter <> 'unknown_status' OR c.activity_status IS NULL)
	AND NOT EXISTS (SELECT 1 FROM rule_value v WHERE v.target = t.name AND v.source <> '*' AND v.source = k.code);

-- unknown_owner: the source names an owner or user, and values.csv, which names some, names none for it.
INSERT INTO filter_hit (comm_communicationid, position)
SELECT DISTINCT m.comm_communicationid, f.position
FROM filter_rule f
JOIN source_extra x ON x.name IN ('owner_email', 'user')
JOIN ic_communication_master m ON m.comm_communicationid = x.comm_communicationid
	AND f.activity IN ('*', m.derived_activity_type)
WHERE f.filter = 'unknown_owner' AND EXISTS (SELECT 1 FROM rule_value WHERE target = 'owner')
	AND NOT EXISTS (SELECT 1 FROM source_extra y JOIN rule_value v ON v.target = 'owner' AND v.source = CASE
			WHEN y.name = 'user' AND y.value ~ '[0-9]\.0$' THEN left(y.value, -2) ELSE hs_norm(y.value) END
		WHERE y.comm_communicationid = x.comm_communicationid AND y.name IN ('owner_email', 'user'));

INSERT INTO filtered_row (comm_communicationid, position, decision, code, reason)
SELECT DISTINCT ON (h.comm_communicationid) h.comm_communicationid, f.position, f.decision, f.code, f.reason
FROM filter_hit h
JOIN filter_rule f ON f.position = h.position
WHERE f.decision <> 'flag'
ORDER BY h.comm_communicationid, f.position;
