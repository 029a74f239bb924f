#include "steps/stage/report/rows.h"

#include "rules/sql.h"

json_t *
report_value(struct query *q, int column)
{
	switch (sqlite3_column_type(q->stmt, column)) {
	case SQLITE_INTEGER:
		return json_integer((json_int_t)query_int(q, column));
	case SQLITE_FLOAT:
		return json_real(query_real(q, column));
	case SQLITE_NULL:
		return json_null();
	default:
		/* a text may hold NUL, which ends no string here */
		return json_stringn_nocheck(query_text(q, column), query_size(q, column));
	}
}

json_t *
report_current(struct query *q)
{
	json_t *row = json_object();

	for (int i = 0; i < sqlite3_column_count(q->stmt); i++)
		json_object_set_new(row, sqlite3_column_name(q->stmt, i), report_value(q, i));
	return row;
}

json_t *
report_rows(struct db *db, const char *path, struct err *e)
{
	json_t *rows = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, path, e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			json_array_append_new(rows, report_current(&q));
	query_close(&q);
	if (step != QUERY_END) {
		json_decref(rows);
		rows = NULL;
	}
	return rows;
}

json_t *
report_row(struct db *db, const char *path, struct err *e)
{
	json_t *rows = report_rows(db, path, e), *first = NULL;

	if (rows != NULL)
		first = json_array_size(rows) == 0 ? json_object() : json_incref(json_array_get(rows, 0));
	json_decref(rows);
	return first;
}
