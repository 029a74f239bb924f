COPY rule_value (target, source, value) FROM STDIN;
