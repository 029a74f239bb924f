UPDATE input SET bytes = ?2, sha256 = ?3, rows_read = ?4 WHERE id = ?1;
