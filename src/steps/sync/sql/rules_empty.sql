-- The rule tables and the facts, to be filled anew.
DELETE FROM this_run;
DELETE FROM classification_rule;
DELETE FROM rule_value;
DELETE FROM payload_property;
DELETE FROM payload_template;
DELETE FROM filter_rule;
DELETE FROM exemption;
-- what other rules found
DELETE FROM filter_hit;
DELETE FROM filtered_row;
