COPY filter_rule (position, filter, activity, decision, parameter, reason) FROM STDIN;
