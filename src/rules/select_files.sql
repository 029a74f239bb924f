SELECT path, bytes FROM rule_file ORDER BY path;
