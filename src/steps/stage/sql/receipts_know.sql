INSERT OR IGNORE INTO receipt_bundle (sha256) VALUES (?1)
