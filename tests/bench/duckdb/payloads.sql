-- DuckDB making only the seven payload files: no database, no indexes, no checks, no rejects. In a folder that has input,
-- schema and bundle. The rules come from the rule set's own files; of classification.csv only the columns that `plan`
-- fills are looked at.
CREATE MACRO norm(x) AS lower(trim(coalesce(x, ''), chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || ' ' || chr(160)));
CREATE MACRO html(x) AS to_json(replace(replace(replace(replace(replace(replace(x,
	'&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(13) || chr(10), '<br>'), chr(10), '<br>'), chr(13), '<br>'));
CREATE MACRO utc(t) AS strftime(t, '%Y-%m-%dT%H:%M:%S.%gZ');
CREATE MACRO is_email(x) AS coalesce(regexp_full_match(x, '[^@ <>,;]+@[^@ <>,;.]+(\.[^@ <>,;.]+)+'), false);
CREATE MACRO side(email, first_name, last_name) AS '{"email":' || to_json(email)
	|| coalesce(',"firstName":' || to_json(first_name), '') || coalesce(',"lastName":' || to_json(last_name), '') || '}';
CREATE MACRO line(id, properties, contact, company, deal, contact_type, company_type, deal_type) AS
	'{"properties":{"legacy_communication_id":"' || id || '"' || properties || '},"associations":[' || substr(
		coalesce(',{"to":{"id":"' || contact
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":' || contact_type || '}]}', '')
		|| coalesce(',{"to":{"id":"' || company
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":' || company_type || '}]}', '')
		|| coalesce(',{"to":{"id":"' || deal
			|| '"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":' || deal_type || '}]}', ''), 2)
	|| '],"objectWriteTraceId":"' || id || '"}';

CREATE TABLE rule AS SELECT row_number() OVER () AS position, *
FROM read_csv('schema/rules/plan/classification.csv', header = true, all_varchar = true);
CREATE TABLE named AS SELECT target, coalesce(source, '') AS source, value
FROM read_csv('schema/rules/plan/values.csv', header = true, all_varchar = true);
CREATE TABLE raw AS SELECT *
FROM read_csv('input/communications.csv', header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
	max_line_size = 16777216, columns = {
		'id': 'INTEGER', 'deal': 'INTEGER', 'case_id': 'INTEGER', 'type': 'VARCHAR', 'action': 'VARCHAR',
		'status': 'VARCHAR', 'priority': 'VARCHAR', 'begins': 'TIMESTAMP', 'ends': 'TIMESTAMP', 'note': 'VARCHAR',
		'subject': 'VARCHAR', 'email': 'VARCHAR', 'created': 'TIMESTAMP', 'updated': 'TIMESTAMP',
		'original_begin': 'TIMESTAMP', 'original_end': 'TIMESTAMP', 'person': 'INTEGER', 'first_name': 'VARCHAR',
		'last_name': 'VARCHAR', 'person_email': 'VARCHAR', 'company': 'INTEGER', 'company_name': 'VARCHAR'});

CREATE TABLE code AS
SELECT k.type, k.priority, k.has_case, arg_min(r.activity, r.position) AS activity
FROM (SELECT DISTINCT norm(type) AS type, norm(priority) AS priority, case_id IS NOT NULL AS has_case FROM raw) k
JOIN rule r ON (r.type IS NULL OR r.type = k.type) AND (r.priority IS NULL OR r.priority = k.priority)
	AND (r.case_id IS NULL OR (r.case_id = 'yes') = k.has_case)
GROUP BY ALL;

CREATE TABLE contact AS SELECT legacy_contact_id AS id, hubspot_contact_id AS hubspot_id
FROM read_csv('input/contacts.csv', header = true, nullstr = '');
CREATE TABLE company AS SELECT legacy_company_id AS id, hubspot_company_id AS hubspot_id
FROM read_csv('input/companies.csv', header = true, nullstr = '');
CREATE TABLE deal AS SELECT legacy_deal_id AS id, hubspot_deal_id AS hubspot_id
FROM read_csv('input/deals.csv', header = true, nullstr = '');

-- A view: a second table of the wide rows takes longer than seven joins with small ones.
CREATE VIEW master AS
SELECT m.*, k.activity, m.first_name || ' ' || m.last_name AS full_name, p.hubspot_id AS contact_id,
	c.hubspot_id AS company_id, d.hubspot_id AS deal_id
FROM raw m
JOIN code k ON k.type = norm(m.type) AND k.priority = norm(m.priority) AND k.has_case = (m.case_id IS NOT NULL)
LEFT JOIN contact p ON p.id = m.person
LEFT JOIN company c ON c.id = m.company
LEFT JOIN deal d ON d.id = m.deal;

COPY (
	SELECT line(m.id, ',"hs_timestamp":"' || utc(m.begins)
		|| '","hs_call_title":' || to_json(coalesce(m.subject, 'Call - ' || coalesce(m.full_name, 'Unknown')))
		|| coalesce(',"hs_call_body":' || html(m.note), '')
		|| ',"hs_call_direction":"' || coalesce(d.value, 'OUTBOUND') || '"'
		|| coalesce(',"hs_call_duration":"'
			|| CASE WHEN m.ends > m.begins THEN (epoch_us(m.ends) - epoch_us(m.begins)) // 1000 END || '"', '')
		|| ',"hs_call_status":"' || coalesce(s.value, 'COMPLETED') || '"'
		|| coalesce(',"hs_call_disposition":"' || g.value || '"', ''),
		m.contact_id, m.company_id, m.deal_id, 194, 182, 206)
	FROM master m
	LEFT JOIN named d ON d.target = 'call_direction' AND d.source = norm(m.action)
	LEFT JOIN named s ON s.target = 'call_status' AND s.source = norm(m.status)
	LEFT JOIN named g ON g.target = 'hs_call_disposition' AND g.source = norm(coalesce(m.status, 'Connected'))
	WHERE m.activity = 'calls' ORDER BY m.id
) TO 'bundle/calls.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(id, ',"hs_timestamp":"' || utc(begins)
		|| '","hs_email_subject":' || to_json(coalesce(subject, 'Email - No Subject'))
		|| coalesce(',"hs_email_html":' || html(note), '')
		|| ',"hs_email_direction":"' || direction || '","hs_email_status":"' || status || '"'
		|| CASE WHEN is_email(sender) OR is_email(recipient) THEN ',"hs_email_headers":' || to_json('{'
			|| CASE WHEN is_email(sender) THEN '"from":' || CASE WHEN outbound OR email IS NULL
				THEN side(sender, named_first, named_last) ELSE side(sender, NULL, NULL) END || ',' ELSE '' END
			|| '"to":[' || CASE WHEN is_email(recipient) THEN CASE WHEN NOT outbound OR email IS NULL
				THEN side(recipient, named_first, named_last) ELSE side(recipient, NULL, NULL) END ELSE '' END
			|| '],"cc":[],"bcc":[]}') ELSE '' END,
		contact_id, company_id, deal_id, 198, 186, 210)
	FROM (
		SELECT m.* EXCLUDE status, coalesce(s.value, 'SENT') AS status, x.value IS NOT NULL AS outbound,
			CASE WHEN coalesce(d.value, 'OUTGOING') = 'OUTGOING' THEN 'EMAIL' ELSE 'INCOMING_EMAIL' END AS direction,
			CASE WHEN m.person_email IS NOT NULL THEN m.first_name END AS named_first,
			CASE WHEN m.person_email IS NOT NULL THEN m.last_name END AS named_last,
			CASE WHEN x.value IS NOT NULL THEN coalesce(m.person_email, 'noreply@company.com')
				ELSE coalesce(m.email, m.person_email) END AS sender,
			CASE WHEN x.value IS NOT NULL THEN coalesce(m.email, m.person_email)
				ELSE coalesce(m.person_email, 'info@company.com') END AS recipient
		FROM master m
		LEFT JOIN named d ON d.target = 'email_direction' AND d.source = norm(m.action)
		LEFT JOIN named x ON x.target = 'email_outbound' AND x.source = norm(m.action)
		LEFT JOIN named s ON s.target = 'email_send_status' AND s.source = norm(m.status)
		WHERE m.activity = 'emails')
	ORDER BY id
) TO 'bundle/emails.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(m.id, ',"hs_timestamp":"' || utc(m.begins) || '","hs_meeting_title":'
		|| to_json(coalesce(m.subject, 'Meeting with ' || coalesce(m.full_name, m.company_name, 'Unknown')))
		|| coalesce(',"hs_meeting_body":' || html(m.note), '')
		|| ',"hs_meeting_start_time":"' || utc(m.begins)
		|| '","hs_meeting_end_time":"' || utc(coalesce(m.ends, m.begins + INTERVAL 1 HOUR))
		|| '","hs_meeting_outcome":"' || coalesce(g.value, s.value, 'COMPLETED') || '"',
		m.contact_id, m.company_id, m.deal_id, 200, 188, 212)
	FROM master m
	LEFT JOIN named s ON s.target = 'meeting_outcome' AND s.source = norm(m.status)
	LEFT JOIN named g ON g.target = 'hs_meeting_outcome' AND g.source = lower(s.value)
	WHERE m.activity = 'meetings' AND coalesce(m.ends >= m.begins, true) ORDER BY m.id
) TO 'bundle/meetings.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(id, ',"hs_timestamp":"' || utc(begins) || '","hs_note_body":'
		|| html(coalesce(subject || chr(10) || chr(10) || note, subject, note, 'Note (no content)')),
		contact_id, company_id, deal_id, 202, 190, 214)
	FROM master WHERE activity = 'notes' ORDER BY id
) TO 'bundle/notes.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(m.id, ',"hs_timestamp":"' || utc(coalesce(m.ends, m.begins + INTERVAL 1 DAY)) || '","hs_task_subject":'
		|| to_json(coalesce(m.subject, 'Task - ' || coalesce(m.company_name, m.full_name, 'General')))
		|| coalesce(',"hs_task_body":' || html(m.note), '')
		|| ',"hs_task_status":"' || coalesce(s.value, 'NOT_STARTED')
		|| '","hs_task_priority":"' || coalesce(p.value, 'MEDIUM') || '","hs_task_type":"TODO"',
		m.contact_id, m.company_id, m.deal_id, 204, 192, 216)
	FROM master m
	LEFT JOIN named s ON s.target = 'task_status' AND s.source = norm(m.status)
	LEFT JOIN named p ON p.target = 'task_priority' AND p.source = norm(m.priority)
	WHERE m.activity = 'tasks' ORDER BY m.id
) TO 'bundle/tasks.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(m.id, ',"hs_timestamp":"' || utc(m.begins)
		|| '","hs_communication_channel_type":"' || k.value || '","hs_communication_logged_from":"CRM"'
		|| ',"hs_communication_body":' || html(coalesce(m.note, m.subject, 'Message')),
		m.contact_id, m.company_id, m.deal_id, 81, 87, 85)
	FROM master m
	JOIN named k ON k.target = 'channel_type' AND k.source = norm(m.type)
	WHERE m.activity = 'communications' ORDER BY m.id
) TO 'bundle/communications.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');

COPY (
	SELECT line(id, ',"hs_timestamp":"' || utc(begins) || '","hs_postal_mail_body":'
		|| html(coalesce(note, subject, 'Postal mail sent')),
		contact_id, company_id, deal_id, 453, 459, 457)
	FROM master WHERE activity = 'postal_mail' ORDER BY id
) TO 'bundle/postal_mail.ndjson' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\0');
