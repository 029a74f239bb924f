SELECT sha256 FROM input WHERE kind = 'communications' AND position = ?1;
