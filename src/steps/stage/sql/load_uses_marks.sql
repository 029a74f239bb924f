-- Whether a filter asks what the file calls private or deleted.
SELECT EXISTS (SELECT 1 FROM filter_rule WHERE filter IN ('private', 'deleted'));
