SELECT rule_set FROM this_run;
