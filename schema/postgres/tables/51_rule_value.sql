-- rule_value: synonyms, defaults and HubSpot's own values, from the rule set's values.csv. source is a normalised
-- text, '*' any other.
CREATE TABLE rule_value (
	target text NOT NULL,
	source text NOT NULL,
	value text NOT NULL,
	PRIMARY KEY (target, source)
);
COMMENT ON TABLE rule_value IS 'Synonyms, defaults and HubSpot''s own values: (target, normalised text) to value.';
