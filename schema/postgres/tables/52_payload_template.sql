-- payload_template: of each activity type, the key property and HubSpot's association type ids, from the rule set's
-- payloads/<type>.json. The views v_ic_<type>_payload are generated from this table and payload_property.
CREATE TABLE payload_template (
	activity text PRIMARY KEY,
	key_property text NOT NULL,
	key_column text NOT NULL,
	contact_type bigint NOT NULL,
	company_type bigint NOT NULL,
	deal_type bigint NOT NULL
);
COMMENT ON TABLE payload_template IS 'Of each activity type, the key property and HubSpot''s association type ids.';
