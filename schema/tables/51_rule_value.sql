-- rule_value: the synonyms and value lists of the rule set, from its values.csv. A view looks up (target, norm(text))
-- and takes the row (target, '*') when there is none: the default. A payload template's map looks up here too.
CREATE TABLE rule_value (
	target TEXT NOT NULL, -- what is looked up: call_direction, hs_meeting_outcome ...
	source TEXT NOT NULL -- a normalised text, '' for the empty one, '*' for any other
		CONSTRAINT "source is in lower case, without white space around it"
		CHECK (source = lower(trim(source, char(9, 10, 11, 12, 13, 32, 160)))),
	value TEXT NOT NULL,
	PRIMARY KEY (target, source),
	CONSTRAINT "the value is none that the target's column takes" CHECK (CASE target
		WHEN 'call_direction' THEN value IN ('INBOUND', 'OUTBOUND')
		WHEN 'call_status' THEN value IN ('BUSY', 'CANCELED', 'COMPLETED', 'CONNECTING', 'FAILED', 'IN_PROGRESS',
			'MISSED', 'NO_ANSWER', 'QUEUED', 'RINGING')
		WHEN 'email_direction' THEN value IN ('INCOMING', 'OUTGOING')
		WHEN 'email_send_status' THEN value IN ('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT')
		WHEN 'meeting_outcome' THEN value IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'RESCHEDULED')
		WHEN 'task_status' THEN value IN ('NOT_STARTED', 'COMPLETED', 'IN_PROGRESS', 'WAITING', 'DEFERRED')
		WHEN 'task_priority' THEN value IN ('LOW', 'MEDIUM', 'HIGH')
		WHEN 'channel_type' THEN value IN ('SMS', 'LINKEDIN_MESSAGE', 'WHATS_APP', 'CUSTOM')
		WHEN 'is_task_eligible' THEN value = '1'
		WHEN 'email_outbound' THEN value = '1'
		ELSE 1 END)
) STRICT, WITHOUT ROWID;
