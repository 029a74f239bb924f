-- The text of CREATE VIEW v_ic_<type>_payload for activity $1, made from payload_template and payload_property: one
-- row a row of the type's staging view, with the communication's id, what the rule decides, why HubSpot would not
-- get it (`held`, NULL when it would), and the payload, byte for byte as hubstage writes it.
WITH property AS (
	SELECT p.*, ',' || to_json(p.name)::text || ':' AS member,
		CASE p.form
			WHEN 'fixed' THEN format('%L::text', hs_plain(p.value))
			WHEN 'html' THEN format('hs_html(s.%I::text)', p.column_name)
			WHEN 'body' THEN format('hs_body(s.%I::text)', p.column_name)
			WHEN 'datetime' THEN format('hs_time(s.%I::timestamp, r.timezone)', p.column_name)
			WHEN 'number' THEN format('s.%I::text', p.column_name)
			WHEN 'owner' THEN format('CASE WHEN s.%1$I::text ~ ''^[0-9]+$'' THEN s.%1$I::text END', p.column_name)
			WHEN 'map' THEN format('CASE WHEN s.%1$I IS NOT NULL THEN hs_plain(coalesce(m%2$s.value, d%2$s.value%3$s)) END',
				p.column_name, p.position,
				CASE p.unmapped WHEN 'keep' THEN format(', s.%I::text', p.column_name) ELSE '' END)
			WHEN 'email_headers' THEN format('hs_headers(%s, %s, %s, %s)',
				CASE WHEN p.from_list IS NULL THEN format('hs_address(%s)', f.party)
					ELSE format('hs_parties(s.%I, %s, 1)', p.from_list, f.party) END,
				CASE WHEN p.to_list IS NULL THEN format('hs_address(%s)', o.party)
					ELSE format('hs_parties(s.%I, %s, NULL)', p.to_list, o.party) END,
				CASE WHEN p.cc_list IS NULL THEN 'NULL' ELSE format('hs_parties(s.%I, NULL, NULL, NULL, NULL)', p.cc_list) END,
				CASE WHEN p.bcc_list IS NULL THEN 'NULL' ELSE format('hs_parties(s.%I, NULL, NULL, NULL, NULL)', p.bcc_list) END)
			ELSE format('hs_plain(s.%I::text)', p.column_name)
		END AS sent
	FROM payload_property p
	CROSS JOIN LATERAL (SELECT concat_ws(', ', 's.' || quote_ident(p.from_email),
		coalesce('s.' || quote_ident(p.from_first_name), 'NULL'), coalesce('s.' || quote_ident(p.from_last_name), 'NULL')) AS party) f
	CROSS JOIN LATERAL (SELECT concat_ws(', ', 's.' || quote_ident(p.to_email),
		coalesce('s.' || quote_ident(p.to_first_name), 'NULL'), coalesce('s.' || quote_ident(p.to_last_name), 'NULL')) AS party) o
	WHERE p.activity = $1
),
piece AS (
	SELECT position, form, name, column_name, map,
		CASE
			WHEN form = 'fixed' THEN format(E'\n\t|| %L', member || to_json(hs_plain(value))::text)
			WHEN form IN ('number', 'owner') AND unless_equal IS NULL
				THEN format(E'\n\t|| coalesce(%L || %s || ''"'', '''')', member || '"', sent)
			WHEN unless_equal IS NULL THEN format(E'\n\t|| coalesce(%L || hs_json(%s), '''')', member, sent)
			ELSE format(E'\n\t|| CASE WHEN s.%I::text = s.%I::text THEN '''' ELSE coalesce(%L || hs_json(%s), '''') END',
				column_name, unless_equal, member, sent)
		END AS text,
		concat(
			CASE WHEN missing = 'hold' THEN format(E',\n\tCASE WHEN s.%I IS NULL THEN %L END',
				column_name, 'MISSING_REQUIRED_PROPERTY ' || name) END,
			CASE WHEN form = 'map' AND unmapped = 'hold' THEN format(
				E',\n\tCASE WHEN s.%I IS NOT NULL AND coalesce(m%s.value, d%s.value) IS NULL THEN %L END',
				column_name, position, position, 'INVALID_OPTION ' || name) END,
			CASE WHEN form = 'datetime' THEN format(
				E',\n\tCASE WHEN (s.%1$I < ''0001-01-03'' OR s.%1$I >= ''9999-12-30'') AND %2$s IS NULL THEN %3$L END',
				column_name, sent, 'INVALID_DATE ' || name) END,
			CASE WHEN form = 'body' THEN format(E',\n\tCASE WHEN starts_with(s.%I::text, ''{\\rtf'') THEN %L END',
				column_name, 'RTF_TEXT ' || name) END,
			-- an address in a list becomes twenty characters more than it has
			CASE WHEN coalesce(from_list, to_list, cc_list, bcc_list) IS NOT NULL THEN format(
				E',\n\tCASE WHEN octet_length(concat(%s)) > 3000 AND hs_utf16(%s) > 65536 THEN %L END',
				concat_ws(', ', 's.' || quote_ident(from_list), 's.' || quote_ident(to_list), 's.' || quote_ident(cc_list),
					's.' || quote_ident(bcc_list)), sent, 'PROPERTY_TOO_LONG ' || name) END,
			-- 65,536 UTF-16 units are at least as many bytes, and html makes five of one at most, a body's links six
			CASE WHEN form IN ('text', 'html', 'body') THEN format(
				E',\n\tCASE WHEN octet_length(s.%I::text) > 10922 AND %shs_utf16(%s) > 65536 THEN %L END',
				column_name,
				CASE WHEN unless_equal IS NULL THEN ''
					ELSE format('s.%I::text IS DISTINCT FROM s.%I::text AND ', column_name, unless_equal) END,
				sent, 'PROPERTY_TOO_LONG ' || name) END
		) AS held
	FROM property
),
whole AS (
	SELECT
		coalesce(string_agg(text, '' ORDER BY position), '') AS texts,
		coalesce(string_agg(held, '' ORDER BY position), '') AS helds,
		coalesce(string_agg(CASE WHEN form = 'map' THEN
			format(E'\nLEFT JOIN rule_value m%1$s ON m%1$s.target = %2$L AND m%1$s.source = hs_norm(s.%3$I::text)'
				'\nLEFT JOIN rule_value d%1$s ON d%1$s.target = %2$L AND d%1$s.source = ''*''', position, map, column_name)
			END, '' ORDER BY position), '') AS joins
	FROM piece
)
SELECT format($view$CREATE OR REPLACE VIEW %1$I AS
SELECT
	s.%2$I AS comm_communicationid,
	s.ic_communication_master_id,
	s.payload_decision AS decision,
	nullif(concat_ws(', ', CASE WHEN s.payload_decision = 'hold' THEN s.payload_reason END%3$s), '') AS held,
	%4$L || s.%2$I || '"'%5$s
	|| '},"associations":['
	|| CASE WHEN NOT EXISTS (SELECT 1 FROM communication_link l WHERE l.comm_communicationid = s.%2$I)
		THEN concat_ws(',', hs_association(s.associated_contact_id, %6$s), hs_association(s.associated_company_id, %7$s),
			hs_association(s.associated_deal_id, %8$s))
		ELSE concat_ws(',',
			(SELECT string_agg(hs_association(a.id, %6$s), ',' ORDER BY a.first) FROM (
				SELECT u.id, min(u.position) AS first FROM (
					SELECT s.associated_contact_id AS id, -1 AS position
					UNION ALL
					SELECT l.hubspot_contact_id, l.position FROM communication_link l
					WHERE l.comm_communicationid = s.%2$I) u
				WHERE u.id IS NOT NULL GROUP BY u.id) a),
			(SELECT string_agg(hs_association(a.id, %7$s), ',' ORDER BY a.first) FROM (
				SELECT u.id, min(u.position) AS first FROM (
					SELECT s.associated_company_id AS id, -1 AS position
					UNION ALL
					SELECT l.hubspot_company_id, l.position FROM communication_link l
					WHERE l.comm_communicationid = s.%2$I) u
				WHERE u.id IS NOT NULL GROUP BY u.id) a),
			hs_association(s.associated_deal_id, %8$s))
		END
	|| '],"objectWriteTraceId":"' || s.%2$I || '"}' AS payload
FROM %9$I s
LEFT JOIN this_run r ON true%10$s$view$,
	'v_ic_' || $1 || '_payload', t.key_column, w.helds, '{"properties":{' || to_json(t.key_property)::text || ':"', w.texts,
	t.contact_type, t.company_type, t.deal_type, 'v_ic_' || $1 || '_staging', w.joins)
FROM whole w
JOIN payload_template t ON t.activity = $1;
