-- receipt_bundle: the bundles whose receipts this workspace has. Taken from the push journal by receipts, kept as receipt is; a
-- journal that knows one of them is this workspace's, also when a later run has written another bundle.
CREATE TABLE receipt_bundle (
	sha256 TEXT PRIMARY KEY -- of the bundle's manifest-sha256.txt
) STRICT, WITHOUT ROWID;
