-- In the journal: the bundles that were given to it.
SELECT sha256 FROM bundle
