SELECT kind, name, bytes, sha256 FROM input ORDER BY id;
