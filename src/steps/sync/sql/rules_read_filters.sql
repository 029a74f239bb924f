SELECT position, filter, activity, decision, parameter, reason FROM filter_rule ORDER BY position;
