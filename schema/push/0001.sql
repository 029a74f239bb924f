-- push.db, version 1: what was sent to HubSpot, what it answered, and so what it holds. Written by hubstage-push alone,
-- read by anybody. Nothing is sent before it stands here, committed with synchronous=FULL.
--
-- Each file of this folder takes the journal from one version to the next, in one transaction. All of it runs in the stock
-- sqlite3 shell. Times are UTC: 'YYYY-MM-DD HH:MM:SS', or as HubSpot writes them where the name begins with hubspot_.
PRAGMA application_id = 1213419594; -- 'HSPJ'
PRAGMA user_version = 1;

-- journal: one row. portal is NULL until the first push; afterwards no other portal is written to with this journal.
CREATE TABLE journal (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	portal INTEGER,
	key_property TEXT, -- HubSpot property that holds the communication id; as portal, it stays
	made_at TEXT NOT NULL,
	tool_version TEXT NOT NULL
) STRICT;

-- bundle: those that were given to push, oldest first.
CREATE TABLE bundle (
	id INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL UNIQUE, -- of its manifest-sha256.txt, which has the hash of every file: the bundle's identity
	as_of TEXT NOT NULL,
	timezone TEXT NOT NULL,
	key_property TEXT NOT NULL,
	rule_set TEXT NOT NULL,
	rule_set_sha256 TEXT NOT NULL,
	tool_version TEXT NOT NULL,
	record_count INTEGER NOT NULL, -- lines
	first_seen TEXT NOT NULL
) STRICT;

-- run: a row a command that writes. ended_at NULL: it is running, or was killed.
CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	command TEXT NOT NULL CHECK (command IN ('push', 'reconcile', 'rollback')),
	kind TEXT NOT NULL CHECK (kind IN ('full', 'test')), -- test: only some records, by --limit, --canary or --types
	bundle_id INTEGER REFERENCES bundle (id),
	rate INTEGER NOT NULL, -- requests a second that were allowed
	started_at TEXT NOT NULL,
	ended_at TEXT,
	exit_status INTEGER,
	message TEXT -- why it stopped early; NULL: it did not
) STRICT;

-- request: every request that left or was about to leave, in order. A row of a write is there, committed, before its first
-- byte leaves; ended NULL: the program was killed while it was on its way.
CREATE TABLE request (
	id INTEGER PRIMARY KEY,
	run_id INTEGER NOT NULL REFERENCES run (id),
	kind TEXT NOT NULL, -- create, update, associate, archive; read, search, links: these change nothing
	type TEXT NOT NULL,
	record_count INTEGER NOT NULL,
	began_at TEXT NOT NULL,
	began_us INTEGER NOT NULL, -- microseconds since the run began, on a clock that never jumps
	ended TEXT CHECK (ended IN ('answered', 'not sent', 'unknown')),
	status INTEGER, -- HTTP status; NULL: none came
	correlation_id TEXT, -- HubSpot's, to quote to its support
	latency_us INTEGER,
	message TEXT -- HubSpot's words, or why there is no answer
) STRICT;

-- record: a row a communication: what is to be done with it, and what HubSpot holds.
--
--   planned  -> sending -> created | updated | rejected | unknown
--   unknown  -> created | planned, after looking for it in HubSpot
--   created  -> archived, by rollback; archived, rejected, created, updated -> planned, when a bundle has another payload
--
-- sending: the request was about to leave; seen after a kill it means unknown. A record in unknown is never sent again
-- before it was looked for.
CREATE TABLE record (
	communication_id INTEGER PRIMARY KEY,
	type TEXT NOT NULL,
	action TEXT NOT NULL CHECK (action IN ('create', 'update')),
	state TEXT NOT NULL
		CHECK (state IN ('planned', 'sending', 'created', 'updated', 'rejected', 'unknown', 'archived')),
	look INTEGER NOT NULL DEFAULT 0 CHECK (look IN (0, 1)), -- planned, but a batch that had it was refused as a whole
	payload_sha256 TEXT NOT NULL, -- of the line that is or was to be sent, from its "properties" to its end
	held_sha256 TEXT, -- of the line that HubSpot holds; NULL: nothing, or it is not known

	-- the line: data/[updates/]TYPE.ndjson of the bundle
	bundle_id INTEGER NOT NULL REFERENCES bundle (id),
	line INTEGER NOT NULL,
	line_offset INTEGER NOT NULL,
	line_size INTEGER NOT NULL, -- without its end
	is_update INTEGER NOT NULL CHECK (is_update IN (0, 1)), -- it stands in updates/
	link_count INTEGER NOT NULL, -- associations in it

	hubspot_id INTEGER, -- NULL: HubSpot has no record, as far as is known
	archived_id INTEGER, -- the record that rollback archived last
	is_ours INTEGER NOT NULL DEFAULT 0 CHECK (is_ours IN (0, 1)), -- created by a request of this journal
	links TEXT CHECK (links IN ('sent', 'planned', 'seen', 'missing')), -- associations: planned ones follow an update
	request_id INTEGER REFERENCES request (id), -- the last that wrote it
	tries INTEGER NOT NULL DEFAULT 0,
	first_sent INTEGER, -- UTC seconds, this machine's clock
	error_code TEXT,
	error_message TEXT,
	hubspot_created_at TEXT,
	hubspot_updated_at TEXT,
	done_at TEXT -- when its state became created, updated, rejected or archived
) STRICT;

CREATE INDEX record_planned ON record (type, action, communication_id) WHERE state = 'planned';
CREATE INDEX record_sending ON record (type, communication_id) WHERE state = 'sending';
CREATE INDEX record_unknown ON record (type, communication_id) WHERE state = 'unknown';
CREATE INDEX record_links ON record (type, communication_id) WHERE links IN ('sent', 'planned', 'missing');

-- missing_link: associations that were sent and that HubSpot does not show.
CREATE TABLE missing_link (
	communication_id INTEGER NOT NULL REFERENCES record (communication_id),
	to_type TEXT NOT NULL,
	to_id INTEGER NOT NULL,
	PRIMARY KEY (communication_id, to_type, to_id)
) STRICT, WITHOUT ROWID;

-- v_receipt: what staging.db takes back, a row a communication about which HubSpot's answer is known. A record that is in
-- HubSpot is 'pushed' even when its last update failed: the message says why, and payload_sha256 is what HubSpot holds.
CREATE VIEW v_receipt AS
SELECT r.communication_id AS comm_communicationid,
	r.type AS activity_type,
	r.hubspot_id AS hubspot_engagement_id,
	CASE WHEN r.hubspot_id IS NULL THEN 'failed' ELSE 'pushed' END AS status,
	CASE WHEN r.hubspot_id IS NULL THEN r.payload_sha256 ELSE r.held_sha256 END AS payload_sha256,
	CASE WHEN r.state IN ('unknown', 'sending') THEN 'the outcome is unknown: hubstage-push reconcile settles it'
		WHEN r.state = 'rejected' THEN coalesce(r.error_code || ': ', '') || coalesce(r.error_message, 'refused')
	END AS error_message,
	r.done_at AS pushed_at,
	b.sha256 AS bundle_sha256
FROM record r
JOIN bundle b ON b.id = r.bundle_id
WHERE r.state IN ('created', 'updated', 'rejected', 'unknown', 'sending') OR (r.state = 'planned' AND r.hubspot_id IS NOT NULL);

-- v_rollback: what was archived again; its status goes back to pending.
CREATE VIEW v_rollback AS
SELECT r.communication_id AS comm_communicationid, r.type AS activity_type, r.done_at AS archived_at,
	b.sha256 AS bundle_sha256
FROM record r
JOIN bundle b ON b.id = r.bundle_id
WHERE r.state = 'archived';

-- v_count: records by type and state.
CREATE VIEW v_count AS
SELECT type, action, state, count(*) AS records, sum(links = 'missing') AS links_missing
FROM record
GROUP BY type, action, state;

-- v_rate: the most requests in any sliding second, a row a run; searches have a limit of their own and are not counted.
CREATE VIEW v_rate AS
SELECT run_id, max(in_second) AS most_in_a_second, count(*) AS requests
FROM (SELECT run_id, count(*) OVER (PARTITION BY run_id ORDER BY began_us RANGE BETWEEN 999999 PRECEDING AND CURRENT ROW)
		AS in_second
	FROM request
	WHERE kind <> 'search')
GROUP BY run_id;
