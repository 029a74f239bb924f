-- v_on_no_record: the communications that HubSpot would show on no record: their own references lead to no contact,
-- company or deal there, nor does a link of an attendee. The setting `orphans` and the filter `orphan` are about them.
CREATE VIEW v_on_no_record AS
SELECT m.comm_communicationid
FROM ic_communication_master m
WHERE m.is_orphaned
	AND NOT EXISTS (SELECT 1 FROM communication_link l
		WHERE l.comm_communicationid = m.comm_communicationid
			AND coalesce(l.hubspot_contact_id, l.hubspot_company_id) IS NOT NULL);
