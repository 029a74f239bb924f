-- How a table of the workspace meets the server's table of the same name: its columns by name, and the statements
-- of the push. One row. $1 table, $2 role (master, derived, link, log), $3 our columns in the order they are read,
-- $4 mode (full, statuses), $5 force, $6 the time zone of the workspace's clock.
--
-- What happens to a column of a row that the server has already:
--   key     finds the row (of a derived one: through the master)
--   plain   takes our value
--   status  takes our value, unless the server knows a HubSpot id and we do not (and nobody forces it)
--   kept    takes our value where we have one: an external system fills these columns
--   insert  stays as it is: only a new row gets our value
--   stamp   becomes the time of the push
-- The rows come through a temporary table hs_<table>, where JSON is text and hs_digest is the client's digest of each
-- row: over the texts of the columns whose type gives back the text that came in. Times without a zone come for a
-- column with one: they are on the clock that the run was told, whatever that of the server is.
WITH arg AS (
	SELECT $1::text AS name, $2::text AS role, $4::text AS mode, $5::boolean AS force,
		to_regclass(quote_ident($1::text))::oid AS oid,
		CASE $2::text WHEN 'master' THEN 'api_engagement_id' WHEN 'derived' THEN 'hubspot_engagement_id' END AS engagement
),
met AS (
	SELECT o.name, o.position, o.position::integer - 1 AS index, a.attname IS NOT NULL AS there, a.atttypid AS type_id,
		format_type(a.atttypid, a.atttypmod) AS type,
		CASE
			WHEN o.name IN ('id', 'ic_communication_master_id', 'hs_pulled') THEN 'none'
			WHEN o.name = 'comm_communicationid' THEN 'key'
			WHEN g.role IN ('link', 'log') THEN 'plain'
			WHEN o.name = 'last_updated' THEN 'stamp'
			WHEN o.name IN ('api_push_status', g.engagement)
				OR g.role = 'derived' AND o.name IN ('error_message', 'pushed_at') THEN 'status'
			WHEN g.mode = 'statuses' THEN 'none'
			WHEN o.name IN ('created_at', 'number_of_email_opens', 'number_of_email_clicks', 'number_of_email_replies')
				THEN 'insert'
			WHEN o.name IN ('activity_assigned_to', 'activity_created_by', 'from_number', 'to_number', 'meeting_location',
				'email_open_rate', 'email_click_rate', 'email_reply_rate') THEN 'kept'
			ELSE 'plain'
		END AS way
	FROM arg g
	CROSS JOIN unnest($3::text[]) WITH ORDINALITY AS o (name, position)
	LEFT JOIN pg_attribute a ON a.attrelid = g.oid AND a.attname = o.name AND a.attnum > 0 AND NOT a.attisdropped
),
sent AS (
	SELECT m.*,
		CASE
			WHEN m.way = 'key' AND g.role = 'derived' THEN 'integer'
			WHEN m.type_id IN ('json'::regtype, 'jsonb'::regtype) THEN 'text'
			ELSE replace(m.type, ' with time zone', ' without time zone')
		END AS temp_type,
		CASE
			WHEN m.way = 'key' THEN true
			ELSE coalesce(m.type_id IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'bool'::regtype, 'text'::regtype,
				'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype)
				OR m.type IN ('timestamp without time zone', 'timestamp with time zone'), false)
		END AS digested,
		CASE m.type_id
			WHEN 'json'::regtype THEN format('x.%I::json', m.name)
			WHEN 'jsonb'::regtype THEN format('x.%I::jsonb', m.name)
			WHEN 'timestamptz'::regtype THEN format('x.%I AT TIME ZONE %L', m.name, $6::text)
			ELSE format('x.%I', m.name)
		END AS given
	FROM met m CROSS JOIN arg g
	WHERE m.way NOT IN ('none', 'stamp') AND (m.there OR m.way = 'key')
),
written AS (
	SELECT s.*,
		CASE
			WHEN s.way = 'kept' THEN format('coalesce(%s, t.%I)', s.given, s.name)
			WHEN s.way = 'status' AND NOT g.force AND EXISTS (SELECT 1 FROM sent e WHERE e.name = g.engagement)
				THEN format('CASE WHEN x.%1$I IS NULL AND t.%1$I IS NOT NULL THEN t.%2$I ELSE %3$s END', g.engagement, s.name,
					s.given)
			ELSE s.given
		END AS new,
		format(CASE s.type_id WHEN 'json'::regtype THEN 't.%I::text' ELSE 't.%I' END, s.name) AS old
	FROM sent s CROSS JOIN arg g
),
list AS (
	SELECT
		string_agg(format('%I %s', name, temp_type), ', ' ORDER BY position) AS temp_columns,
		string_agg(format('%I', name), ', ' ORDER BY position) AS copy_columns,
		string_agg(format('coalesce(x.%I::text, E''\x1e'')', name), ', ' ORDER BY position) FILTER (WHERE digested) AS digest,
		string_agg(format('%I = %s', name, new), ', ' ORDER BY position)
			FILTER (WHERE way IN ('plain', 'status', 'kept')) AS assignments,
		string_agg(old, ', ' ORDER BY position) FILTER (WHERE way IN ('plain', 'status', 'kept')) AS olds,
		string_agg(CASE type_id WHEN 'json'::regtype THEN format('(%s)::text', new) ELSE new END, ', ' ORDER BY position)
			FILTER (WHERE way IN ('plain', 'status', 'kept')) AS news,
		string_agg(format('%I', name), ', ' ORDER BY position) FILTER (WHERE there) AS insert_columns,
		string_agg(given, ', ' ORDER BY position) FILTER (WHERE there) AS insert_values,
		json_agg(json_build_object('index', index, 'boolean', coalesce(type_id = 'bool'::regtype, false), 'digest', digested)
			ORDER BY position) AS columns
	FROM written
),
place AS (
	SELECT g.*,
		EXISTS (SELECT 1 FROM met WHERE way = 'stamp' AND there) AS has_stamp,
		CASE g.role WHEN 'derived'
			THEN format('hs_%1$s x JOIN ic_communication_master m ON m.comm_communicationid = x.comm_communicationid', g.name)
			ELSE format('hs_%s x', g.name) END AS source,
		CASE g.role WHEN 'derived' THEN 't.ic_communication_master_id = m.id'
			ELSE 't.comm_communicationid = x.comm_communicationid' END AS match,
		'NOT EXISTS (SELECT 1 FROM hs_conflict c WHERE c.comm_communicationid = x.comm_communicationid)' AS free
	FROM arg g
)
SELECT
	-- the target: nothing that fits on a page is compressed on its way
	format('CREATE TEMPORARY TABLE %I (%s, hs_digest text%s) WITH (toast_tuple_target = 8160) ON COMMIT DROP', 'hs_' || p.name,
		l.temp_columns, CASE p.role WHEN 'master' THEN ', hs_pulled boolean' ELSE '' END) AS temp,
	format('COPY %I (%s, hs_digest%s) FROM STDIN', 'hs_' || p.name, l.copy_columns,
		CASE p.role WHEN 'master' THEN ', hs_pulled' ELSE '' END) AS copy,
	format('SELECT count(*), count(*) FILTER (WHERE x.hs_digest <> left(encode(sha256(convert_to(concat_ws(E''\x1f'', %s), '
		'''UTF8'')), ''hex''), 16)) FROM %I x', l.digest, 'hs_' || p.name) AS digest,
	format('ANALYZE %I (%s)', 'hs_' || p.name, CASE p.role WHEN 'log' THEN 'entity_type, legacy_id' ELSE 'comm_communicationid' END)
		AS analyze,
	-- $1 since when, $2 the lineage
	CASE WHEN p.has_stamp THEN format('INSERT INTO hs_conflict SELECT x.comm_communicationid, %L, t.last_updated '
		'FROM hs_ic_communication_master x %s WHERE t.last_updated > $1::timestamp '
		'AND NOT EXISTS (SELECT 1 FROM sync_run r WHERE r.applied_at = t.last_updated AND r.lineage = $2)%s', p.name,
		CASE p.role WHEN 'derived' THEN format('JOIN ic_communication_master m ON m.comm_communicationid = '
			'x.comm_communicationid JOIN %I t ON t.ic_communication_master_id = m.id', p.name)
			ELSE format('JOIN %I t ON t.comm_communicationid = x.comm_communicationid', p.name) END,
		CASE WHEN p.mode = 'statuses' THEN CASE p.role
			WHEN 'master' THEN ' AND t.api_engagement_id IS NOT NULL AND t.api_engagement_id IS DISTINCT FROM x.api_engagement_id'
			ELSE ' AND false' END ELSE '' END) END AS conflict,
	CASE WHEN p.role = 'derived' AND p.mode = 'full' THEN format('DELETE FROM %1$I t USING ic_communication_master m, '
		'hs_ic_communication_master x WHERE m.comm_communicationid = x.comm_communicationid '
		'AND t.ic_communication_master_id = m.id AND %2$s '
		'AND NOT EXISTS (SELECT 1 FROM %3$I d WHERE d.comm_communicationid = x.comm_communicationid)%4$s', p.name, p.free,
		'hs_' || p.name, CASE WHEN p.force THEN '' ELSE ' AND t.hubspot_engagement_id IS NULL' END) END AS remove,
	-- $1 the time of the push
	format('WITH changed AS (UPDATE %1$I t SET %2$s%3$s FROM %4$s WHERE %5$s AND %6$s '
		'AND ROW(%7$s) IS DISTINCT FROM ROW(%8$s) RETURNING 1)', p.name, l.assignments,
		CASE WHEN p.has_stamp THEN ', last_updated = $1::timestamp' ELSE '' END, p.source, p.match, p.free, l.olds, l.news)
	|| CASE WHEN p.mode = 'full' THEN format(', added AS (INSERT INTO %1$I (%2$s%3$s%4$s) SELECT %5$s%6$s%7$s FROM %8$s '
		'WHERE %9$s AND NOT EXISTS (SELECT 1 FROM %1$I t WHERE %10$s) RETURNING 1)', p.name,
		CASE p.role WHEN 'derived' THEN 'ic_communication_master_id, ' ELSE '' END, l.insert_columns,
		CASE WHEN p.has_stamp THEN ', last_updated' ELSE '' END,
		CASE p.role WHEN 'derived' THEN 'm.id, ' ELSE '' END, l.insert_values,
		CASE WHEN p.has_stamp THEN ', $1::timestamp' ELSE '' END, p.source, p.free, p.match)
		|| ' SELECT (SELECT count(*) FROM changed), (SELECT count(*) FROM added)'
	ELSE ' SELECT (SELECT count(*) FROM changed), 0' END
	|| CASE WHEN p.has_stamp THEN '' ELSE ' WHERE $1::text IS NOT NULL' END AS upsert,
	-- OFFSET 0 keeps the planner from comparing a row once for each count
	format('SELECT count(*), count(*) FILTER (WHERE is_missing), count(*) FILTER (WHERE differs), '
		'min(comm_communicationid) FILTER (WHERE differs) FROM (SELECT x.comm_communicationid, t.%1$I IS NULL AS is_missing, '
		't.%1$I IS NOT NULL AND ROW(%2$s) IS DISTINCT FROM ROW(%3$s) AS differs FROM %4$s LEFT JOIN %5$I t ON %6$s WHERE %7$s '
		'OFFSET 0) compared',
		CASE p.role WHEN 'derived' THEN 'ic_communication_master_id' ELSE 'comm_communicationid' END, l.olds, l.news, p.source,
		p.name, p.match, p.free) AS verify,
	l.columns,
	(SELECT string_agg(name, ' ' ORDER BY position) FROM met WHERE way NOT IN ('none', 'key') AND NOT there) AS lacking,
	(SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) FROM pg_attribute a
		WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef
			AND a.attidentity = '' AND a.attname <> 'ic_communication_master_id'
			AND a.attname NOT IN (SELECT name FROM met WHERE there)) AS needed,
	(SELECT string_agg(name || ' ' || type, ', ' ORDER BY position) FROM sent WHERE NOT digested
		AND type_id <> 'numeric'::regtype) AS odd
FROM place p
CROSS JOIN list l;
