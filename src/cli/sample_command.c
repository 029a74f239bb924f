/* sample: rows to check by eye. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/table.h"
#include "rules/sql.h"

#include <stdio.h>
#include <string.h>

static int64_t per_type = 10;

const struct option sample_options[] = {{.name = "per-type",
						.value = "N",
						.number = &per_type,
						.min = 1,
						.max = 1000000,
						.summary = "rows of each type of activity"},
	{0}};

/* The columns of sample.sql; a number stands at the right. */
static const struct table_column columns[] = {{"activity", false}, {"id", false}, {"where", false}, {"rule", true},
	{"type", false}, {"action", false}, {"status", false}, {"date", false}, {"subject", true}, {"note", true},
	{"associated", false}, {"why", false}};

enum { COLUMNS = sizeof columns / sizeof columns[0], HAS_RECORD = 10 };

static void
add_row(struct table *t, struct query *q)
{
	for (int i = 0; i < COLUMNS; i++)
		if (i == HAS_RECORD)
			table_text(t, query_int(q, i) != 0 ? "yes" : "no");
		else if (columns[i].right && !query_null(q, i))
			table_number(t, query_int(q, i));
		else
			table_text(t, query_text(q, i));
}

static json_t *
row_json(struct query *q)
{
	json_t *row = json_object();

	for (int i = 0; i < COLUMNS; i++) {
		const char *name = sqlite3_column_name(q->stmt, i);

		if (i == HAS_RECORD)
			json_object_set_new(row, name, json_boolean(query_int(q, i) != 0));
		else if (sqlite3_column_type(q->stmt, i) == SQLITE_INTEGER)
			json_object_set_new(row, name, json_integer((json_int_t)query_int(q, i)));
		else
			json_object_set_new(row, name, query_null(q, i) ? json_null() : json_string(query_text(q, i)));
	}
	return row;
}

bool
sample_command(struct context *c, struct invocation *in, struct err *e)
{
	struct table t = {.columns = columns, .count = COLUMNS};
	json_t *rows = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = sql_query(&q, c->stage.db, "src/steps/stage/look/sql/sample.sql", e);

	if (ok)
		query_bind_int(&q, 1, per_type);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW)
		if (in->json)
			json_array_append_new(rows, row_json(&q));
		else
			add_row(&t, &q);
	query_close(&q);
	ok = step == QUERY_END;
	if (ok && in->json)
		ok = answer_json("sample", json_pack("{s:I, s:O}", "per_type", (json_int_t)per_type, "rows", rows), e);
	else if (ok)
		table_print(&t, stdout);
	json_decref(rows);
	table_clear(&t);
	return ok;
}
