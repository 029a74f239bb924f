SELECT sha256 FROM input WHERE kind = 'communications' ORDER BY position;
