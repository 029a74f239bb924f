SELECT id FROM bundle WHERE sha256 = ?1
