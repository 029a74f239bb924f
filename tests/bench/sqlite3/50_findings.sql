-- What hubstage lists of the payloads: messages on a channel that HubSpot does not have, addresses that are none. The
-- answers are in the indexes.
INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message)
SELECT id, 'communications', 'held', 'INVALID_OPTION', 'hs_communication_channel_type',
	'''CUSTOM'' is none of HubSpot''s values'
FROM ic_communications WHERE channel_type = 'CUSTOM';

INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message)
SELECT id, 'emails', 'left_out', 'INVALID_EMAIL', 'email_from_address',
	'the sender''s address (' || length(email_from_address) || ' characters) is no e-mail address'
FROM ic_emails
WHERE NOT (email_from_address GLOB '?*@?*.?*' AND email_from_address NOT GLOB '*[ <>,;]*'
	AND email_from_address NOT GLOB '*@*@*' AND email_from_address NOT GLOB '*@.*'
	AND email_from_address NOT GLOB '*@*..*' AND email_from_address NOT GLOB '*.');

INSERT INTO finding (comm_communicationid, activity_type, kind, code, property, message)
SELECT id, 'emails', 'left_out', 'INVALID_EMAIL', 'email_to_address',
	'the recipient''s address (' || length(email_to_address) || ' characters) is no e-mail address'
FROM ic_emails
WHERE NOT (email_to_address GLOB '?*@?*.?*' AND email_to_address NOT GLOB '*[ <>,;]*'
	AND email_to_address NOT GLOB '*@*@*' AND email_to_address NOT GLOB '*@.*'
	AND email_to_address NOT GLOB '*@*..*' AND email_to_address NOT GLOB '*.');
