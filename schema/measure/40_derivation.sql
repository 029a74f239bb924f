-- The derivation: one pass over each derivative table, which counts its rows, those whose required columns are
-- filled, and those with a value outside its list; then the coverage, from the indexes. A table without rows has no
-- rate: NULL.
INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND call_title <> '') AS filled,
		count(*) FILTER (WHERE call_direction NOT IN ('INBOUND', 'OUTBOUND')
			OR call_status NOT IN ('BUSY', 'CANCELED', 'COMPLETED', 'CONNECTING',
				'FAILED', 'IN_PROGRESS', 'MISSED', 'NO_ANSWER', 'QUEUED', 'RINGING')) AS outside
	FROM ic_calls
)
SELECT 'derivation_required_calls', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_calls', outside FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND email_subject <> ''
			AND email_direction <> '') AS filled,
		count(*) FILTER (WHERE email_direction NOT IN ('INCOMING', 'OUTGOING')
			OR email_send_status NOT IN ('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT')) AS outside
	FROM ic_emails
)
SELECT 'derivation_required_emails', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_emails', outside FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND meeting_name <> ''
			AND meeting_start_time <> '') AS filled,
		count(*) FILTER (WHERE location_type NOT IN ('PHONE_CALL', 'ADDRESS', 'VIDEO_CONFERENCE')
			OR meeting_outcome NOT IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'RESCHEDULED')) AS outside,
		count(*) FILTER (WHERE meeting_end_time < meeting_start_time) AS backwards
	FROM ic_meetings
)
SELECT 'derivation_required_meetings', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_meetings', outside FROM pass
UNION ALL SELECT 'derivation_date_logic', backwards FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND note_body <> '') AS filled,
		0 AS outside
	FROM ic_notes
)
SELECT 'derivation_required_notes', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_notes', outside FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND task_title <> ''
			AND due_date <> '') AS filled,
		count(*) FILTER (WHERE task_status NOT IN ('NOT_STARTED', 'COMPLETED', 'IN_PROGRESS', 'WAITING', 'DEFERRED')
			OR task_priority NOT IN ('LOW', 'MEDIUM', 'HIGH')
			OR task_type NOT IN ('TODO', 'EMAIL', 'CALL')
			OR source_type NOT IN ('task', 'case')) AS outside
	FROM ic_tasks
)
SELECT 'derivation_required_tasks', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_tasks', outside FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND communication_body <> ''
			AND channel_type <> '') AS filled,
		count(*) FILTER (WHERE channel_type NOT IN ('SMS', 'LINKEDIN_MESSAGE', 'WHATS_APP', 'CUSTOM')) AS outside
	FROM ic_communications
)
SELECT 'derivation_required_communications', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_communications', outside FROM pass;

INSERT OR REPLACE INTO measurement
WITH pass AS MATERIALIZED (
	SELECT count(*) AS row_count,
		count(*) FILTER (WHERE activity_date <> ''
			AND postal_mail_body <> '') AS filled,
		0 AS outside
	FROM ic_postal_mail
)
SELECT 'derivation_required_postal_mail', 100.0 * filled / nullif(row_count, 0) FROM pass
UNION ALL SELECT 'derivation_enums_postal_mail', outside FROM pass;

INSERT OR REPLACE INTO measurement
SELECT 'derivation_enums', total(value) FROM measurement WHERE name GLOB 'derivation_enums_*';

INSERT OR REPLACE INTO measurement
SELECT 'derivation_coverage', total(missing_count) FROM v_ic_derivative_coverage;
