-- exemption: what the filter `exempt` hits, from the rule set's exempt.csv: communications, and all that hang on a
-- person or company, by their legacy ids.
CREATE TABLE exemption (
	entity text NOT NULL CHECK (entity IN ('communication', 'person', 'company')),
	legacy_id integer NOT NULL,
	PRIMARY KEY (entity, legacy_id)
);
COMMENT ON TABLE exemption IS 'What the filter exempt hits.';
