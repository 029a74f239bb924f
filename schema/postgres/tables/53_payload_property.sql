-- payload_property: HubSpot's properties of an activity type in their order, each with the column and the form it is
-- made from. form: fixed, text, html, number, datetime, map, owner, email_headers, body.
CREATE TABLE payload_property (
	activity text NOT NULL,
	position integer NOT NULL,
	name text NOT NULL,
	form text NOT NULL,
	column_name text,
	value text,
	map text,
	unless_equal text,
	missing text NOT NULL,
	unmapped text NOT NULL,
	from_email text,
	from_first_name text,
	from_last_name text,
	to_email text,
	to_first_name text,
	to_last_name text,
	from_list text,
	to_list text,
	cc_list text,
	bcc_list text,
	PRIMARY KEY (activity, position)
);
COMMENT ON TABLE payload_property IS 'HubSpot''s properties of an activity type, with the column and form each is made from.';
