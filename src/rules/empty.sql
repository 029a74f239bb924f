DELETE FROM classification_rule;
DELETE FROM classification_probe;
DELETE FROM rule_value;
DELETE FROM rule_file;
DELETE FROM filter_rule;
DELETE FROM exemption;
DELETE FROM column_source;
