-- reset_derive: back to before derive: the seven tables are emptied and staging_status is pending again. What was
-- pushed stays known: in receipt, and in api_push_status and api_engagement_id of the master, where only 'not_pushed'
-- (there is a payload) is taken back.
DELETE FROM ic_calls;
DELETE FROM ic_emails;
DELETE FROM ic_meetings;
DELETE FROM ic_notes;
DELETE FROM ic_tasks;
DELETE FROM ic_communications;
DELETE FROM ic_postal_mail;
DELETE FROM finding;
DELETE FROM filter_hit;
DELETE FROM filtered_row;
UPDATE ic_communication_master
SET staging_status = 'pending', error_message = NULL, processed_at = NULL,
	api_push_status = nullif(api_push_status, 'not_pushed'), last_updated = (SELECT as_of FROM this_run)
WHERE staging_status IS NOT 'pending' OR error_message IS NOT NULL OR processed_at IS NOT NULL
	OR api_push_status = 'not_pushed';
DELETE FROM measurement WHERE name GLOB 'derivation_*';
