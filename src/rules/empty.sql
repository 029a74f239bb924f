DELETE FROM classification_rule;
DELETE FROM classification_probe;
DELETE FROM rule_value;
DELETE FROM rule_file;
