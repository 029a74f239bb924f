SELECT target, source, value FROM rule_value ORDER BY target, source;
