#include "steps/sync/check.h"

#include <string.h>

struct counts {
	json_t *rows, *about;
};

/* The tables that a push makes when they are not there. */
static bool
is_own(const char *table)
{
	static const char *const own[] = {"communication_link", "email_body", "source_mark", "source_extra",
		"reconciliation_log", "sync_run", NULL};
	int i = 0;

	while (own[i] != NULL && strcmp(table, own[i]) != 0)
		i++;
	return own[i] != NULL;
}

static bool
is_input(const char *table)
{
	const char *end = strstr(table, "s_reconciliation");

	return end != NULL || strcmp(table, "ic_communication_master") == 0;
}

/* The rows of a table: counted, or about; null when it may not be read. */
static bool
count_rows(struct sync *s, const struct pg_rows *tables, int i, struct counts *counts, struct err *e)
{
	const char *table = pg_text(tables, i, 0), *sql = pg_text(tables, i, 4);
	struct pg_rows rows = {0};
	bool ok = sql == NULL || pg_query(s->pg, table, sql, NULL, 0, &rows, e);

	if (ok && sql != NULL)
		json_object_set_new(counts->rows, table, json_integer(pg_int(&rows, 0, 0)));
	else if (ok && pg_text(tables, i, 5) != NULL)
		json_object_set_new(counts->about, table, json_integer(pg_int(tables, i, 5)));
	else if (ok)
		json_object_set_new(counts->rows, table, json_null());
	pg_rows_clear(&rows);
	return ok;
}

/* What can be read and written, of the tables that pull and push touch. */
static bool
check_tables(struct sync *s, json_t *can, struct counts *counts, struct err *e)
{
	struct pg_rows rows = {0};
	bool pull = true, create = json_is_true(json_object_get(can, "create"));
	bool push = json_is_true(json_object_get(can, "write")) && json_is_true(json_object_get(can, "temporary"));
	bool ok = sync_query(s, "src/steps/sync/sql/check_tables.sql", NULL, 0, &rows, e);

	for (int i = 0; ok && i < rows.count; i++) {
		const char *table = pg_text(&rows, i, 0);

		if (pg_bool(&rows, i, 1))
			ok = count_rows(s, &rows, i, counts, e);
		if (is_input(table))
			pull = pull && (pg_bool(&rows, i, 2) || strcmp(table, "communications_reconciliation") == 0);
		if (!is_input(table) || strcmp(table, "ic_communication_master") == 0)
			push = push && (pg_bool(&rows, i, 1) ? pg_bool(&rows, i, 2) && pg_bool(&rows, i, 3)
							     : is_own(table) && create);
	}
	json_object_set_new(can, "pull", json_boolean(pull));
	json_object_set_new(can, "push", json_boolean(push));
	pg_rows_clear(&rows);
	return ok;
}

static bool
look(struct sync *s, json_t *can, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_begin(s, "ISOLATION LEVEL READ COMMITTED READ ONLY", false, e) &&
		  sync_query(s, "src/steps/sync/sql/server.sql", &s->schema, 1, &rows, e);

	if (ok) {
		json_object_set_new(can, "create_schema", json_boolean(pg_bool(&rows, 0, 3)));
		json_object_set_new(can, "create", json_boolean(pg_bool(&rows, 0, 2)));
		json_object_set_new(can, "temporary", json_boolean(pg_bool(&rows, 0, 4)));
	}
	pg_rows_clear(&rows);
	pg_rollback(s->pg);
	return ok;
}

/* Whether transactions may write: asked for by beginning one as the server would by itself. */
static bool
look_at_writing(struct sync *s, json_t *can, struct counts *counts, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_begin(s, "ISOLATION LEVEL READ COMMITTED", false, e) &&
		  sync_query(s, "src/steps/sync/sql/server.sql", &s->schema, 1, &rows, e);

	if (ok)
		json_object_set_new(can, "write", json_boolean(!pg_bool(&rows, 0, 5)));
	pg_rows_clear(&rows);
	ok = ok && check_tables(s, can, counts, e);
	pg_rollback(s->pg);
	return ok;
}

bool
step_check(struct sync *s, const struct deploy_options *options, json_t **answer, struct err *e)
{
	json_t *can = json_object();
	struct counts counts = {json_object(), json_object()};
	struct err fault = {0};
	bool ok = look(s, can, e) && look_at_writing(s, can, &counts, e);

	if (ok && !step_deploy(s, options, answer, &fault)) {
		/* what deploy runs into is an answer, too, unless the server is gone */
		ok = fault.kind != ERR_REMOTE && fault.kind != ERR_INTERRUPTED;
		if (!ok)
			*e = fault;
		else
			*answer = json_pack("{s:o, s:b, s:[], s:{}, s:s}", "server", sync_server(s), "dry_run", 1,
				"objects", "counts", "deploy_error", fault.text);
		pg_rollback(s->pg);
	}
	if (ok) {
		json_object_set(*answer, "can", can);
		json_object_set(*answer, "rows", counts.rows);
		json_object_set(*answer, "rows_about", counts.about);
	}
	json_decref(can);
	json_decref(counts.rows);
	json_decref(counts.about);
	return ok;
}
