-- reset_payloads: back to before the bundle was written and pushed. A row that was not pushed is pending again, its
-- error cleared; a pushed row is never reset here: `hubstage-push rollback` archives what it created and says so in a
-- receipt. The payloads themselves are derive's and stay. The program removes the bundle's folder.
UPDATE ic_calls
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_emails
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_meetings
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_notes
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_tasks
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_communications
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_postal_mail
SET api_push_status = 'pending', error_message = NULL, last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status IS NOT 'pushed' AND (api_push_status IS NOT 'pending' OR error_message IS NOT NULL);
UPDATE ic_communication_master SET api_push_status = 'not_pushed', last_updated = (SELECT as_of FROM this_run)
WHERE api_push_status = 'failed';
DELETE FROM measurement WHERE name GLOB 'payloads_*';
