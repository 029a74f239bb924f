INSERT INTO filter_rule (position, filter, activity, decision, parameter, reason) VALUES (?1, ?2, coalesce(?3, '*'), ?4, ?5, ?6);
