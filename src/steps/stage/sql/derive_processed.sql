-- After a derive on its own: the rows that came through. (In a run load has written them so.)
UPDATE ic_communication_master
SET staging_status = 'processed', error_message = NULL, processed_at = (SELECT as_of FROM this_run),
	api_push_status = coalesce(api_push_status, CASE WHEN id NOT IN (
		SELECT comm_communicationid FROM finding WHERE kind = 'skipped') THEN 'not_pushed' END)
WHERE staging_status = 'pending';
