-- E-mails that go out with a placeholder address.
SELECT e.ic_communication_master_id AS id, 'email_from_address' AS property, e.email_from_address AS address
FROM ic_emails e WHERE e.email_from_address = (SELECT placeholder_from FROM this_run)
UNION ALL
SELECT e.ic_communication_master_id, 'email_to_address', e.email_to_address
FROM ic_emails e WHERE e.email_to_address = (SELECT placeholder_to FROM this_run)
ORDER BY 2, 1;
