INSERT INTO receipt_bundle (sha256) VALUES (?1);
