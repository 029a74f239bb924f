SELECT 'email_from_address' AS property, placeholder_from AS address,
	(SELECT count(*) FROM ic_emails WHERE email_from_address = placeholder_from) AS rows FROM this_run
UNION ALL
SELECT 'email_to_address', placeholder_to, (SELECT count(*) FROM ic_emails WHERE email_to_address = placeholder_to) FROM this_run;
