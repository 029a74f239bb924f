-- Whether there are links, records in HubSpot, failed pushes: where there are none, no row asks for its own.
SELECT EXISTS (SELECT 1 FROM communication_link), EXISTS (SELECT 1 FROM v_in_hubspot),
	EXISTS (SELECT 1 FROM receipt WHERE status = 'failed');
