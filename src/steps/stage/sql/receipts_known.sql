SELECT 1 FROM receipt_bundle WHERE sha256 = ?1
