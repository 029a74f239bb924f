#include "steps/sync/push_table.h"

#include "core/mem.h"
#include "rules/sql.h"
#include "steps/sync/copy.h"

#include <stdlib.h>
#include <string.h>

enum { PIECE = 256 * 1024, DIGEST = 16 };

/* {a,b,c}: the names of the query's columns as an array. They are identifiers of our own schema. */
static void
names_of(struct query *q, struct buf *names)
{
	buf_char(names, '{');
	for (int i = 0; i < sqlite3_column_count(q->stmt); i++) {
		if (i > 0)
			buf_char(names, ',');
		buf_text(names, sqlite3_column_name(q->stmt, i));
	}
	buf_char(names, '}');
}

static bool
take_columns(struct push_table *t, const char *json, struct err *e)
{
	json_error_t error;
	json_t *list = json_loads(json == NULL ? "[]" : json, 0, &error), *item;
	size_t i;

	if (!json_is_array(list)) {
		json_decref(list);
		return err_set(e, ERR_FAULT, "%s: the server's list of columns cannot be read", t->name);
	}
	t->columns = mem_new((json_array_size(list) + 1) * sizeof *t->columns);
	json_array_foreach(list, i, item)
	{
		t->columns[t->column_count++] =
			(struct push_column){.index = (int)json_integer_value(json_object_get(item, "index")),
				.boolean = json_is_true(json_object_get(item, "boolean")),
				.digest = json_is_true(json_object_get(item, "digest"))};
	}
	json_decref(list);
	return true;
}

static bool
take_plan(struct push_table *t, struct push_flow *f, const struct pg_rows *rows, struct err *e)
{
	const char *lacking = pg_text(rows, 0, PUSH_TEXTS + 1), *needed = pg_text(rows, 0, PUSH_TEXTS + 2),
		   *odd = pg_text(rows, 0, PUSH_TEXTS + 3);

	if (needed != NULL && f->mode == PUSH_FULL && t->apply == NULL)
		return err_set(e, ERR_ENVIRONMENT,
			"%s: the server wants a value in columns that hubstage does not know: %s", t->name, needed);
	if (lacking != NULL)
		sync_warn(f->sync, "%s: the server lacks %s", t->name, lacking);
	if (odd != NULL)
		sync_warn(f->sync, "%s: columns of other types than ours, whose values are not compared: %s", t->name,
			odd);
	t->lacking = lacking == NULL ? NULL : mem_text(lacking);
	for (int i = 0; i < PUSH_TEXTS; i++)
		t->texts[i] = pg_text(rows, 0, i) == NULL ? NULL : mem_text(pg_text(rows, 0, i));
	return take_columns(t, pg_text(rows, 0, PUSH_TEXTS), e);
}

bool
push_table_open(struct push_table *t, struct push_flow *f, struct db *db, const char *pulled, struct err *e)
{
	struct buf names = {0};
	struct pg_rows rows = {0};
	bool ok = sql_query(&t->query, db, t->read, e);

	if (ok) {
		const char *values[] = {t->name, t->role, NULL, f->mode == PUSH_STATUSES ? "statuses" : "full",
			f->force ? "true" : "false", f->zone};

		if (sqlite3_bind_parameter_count(t->query.stmt) > 0)
			query_bind_text(&t->query, 1, pulled);
		names_of(&t->query, &names);
		values[2] = names.bytes;
		ok = sync_query(f->sync, "src/steps/sync/sql/push_table.sql", values, 6, &rows, e);
	}
	if (ok && rows.count != 1)
		ok = err_set(e, ERR_FAULT, "%s: no plan for the table", t->name);
	ok = ok && take_plan(t, f, &rows, e);
	buf_clear(&names);
	pg_rows_clear(&rows);
	return ok;
}

void
push_table_close(struct push_table *t)
{
	query_close(&t->query);
	for (int i = 0; i < PUSH_TEXTS; i++)
		free(t->texts[i]);
	free(t->columns);
	free(t->lacking);
	t->columns = NULL;
	t->lacking = NULL;
}

/* The row's cells into the line and into its digest. */
static bool
add_row(struct push_table *t, struct push_flow *f, struct buf *lines, struct err *e)
{
	char hex[HASH_HEX];
	bool first = true;

	for (size_t i = 0; i < t->column_count; i++) {
		const struct push_column *c = &t->columns[i];
		const char *text = query_text(&t->query, c->index);
		size_t size = query_size(&t->query, c->index);

		if (text != NULL && c->boolean) {
			text = text[0] == '1' ? "true" : "false";
			size = strlen(text);
		}
		copy_cell(lines, text, size);
		if (!c->digest)
			continue;
		if (!first)
			hash_add(f->row, "\x1f", 1);
		first = false;
		hash_add(f->row, text == NULL ? "\x1e" : text, text == NULL ? 1 : size);
	}
	if (!hash_end(f->row, hex, e))
		return false;
	copy_cell(lines, hex, DIGEST);
	return true;
}

static bool
flush(struct push_table *t, struct push_flow *f, struct buf *lines, struct err *e)
{
	bool ok = lines->size == 0 || pg_copy_add(f->sync->pg, lines->bytes, lines->size, e);

	hash_add(f->whole, lines->bytes, lines->size);
	f->bytes += lines->size;
	buf_reset(lines);
	f->sync->progress(f->sync->context, t->name, f->rows, 0, f->total);
	return ok;
}

static bool
send_rows(struct push_table *t, struct push_flow *f, struct err *e)
{
	struct buf lines = {0};
	enum query_step step = QUERY_END;
	bool ok = pg_copy_in(f->sync->pg, t->name, t->texts[PUSH_COPY], e), is_master = strcmp(t->role, "master") == 0;

	while (ok && (step = query_next(&t->query, e)) == QUERY_ROW) {
		ok = add_row(t, f, &lines, e);
		if (is_master)
			copy_cell(&lines,
				query_int(&t->query, sqlite3_column_count(t->query.stmt) - 1) != 0 ? "t" : "f", 1);
		buf_char(&lines, '\n');
		t->sent++;
		f->rows++;
		if (ok && lines.size >= PIECE)
			ok = flush(t, f, &lines, e);
	}
	ok = ok && step == QUERY_END && flush(t, f, &lines, e) && pg_copy_end(f->sync->pg, NULL, e);
	query_reset(&t->query);
	buf_clear(&lines);
	return ok;
}

/* As many rows as were sent, each with the digest of its client. */
static bool
check_digests(struct push_table *t, struct push_flow *f, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = pg_query(f->sync->pg, t->name, t->texts[PUSH_DIGEST], NULL, 0, &rows, e);

	if (ok && (pg_int(&rows, 0, 0) != t->sent || pg_int(&rows, 0, 1) != 0))
		ok = err_set(e, ERR_FAULT,
			"%s: %lld rows were sent, %lld came, %lld of them with another hash; nothing changed", t->name,
			(long long)t->sent, (long long)pg_int(&rows, 0, 0), (long long)pg_int(&rows, 0, 1));
	pg_rows_clear(&rows);
	return ok;
}

bool
push_table_send(struct push_table *t, struct push_flow *f, struct err *e)
{
	struct pg *pg = f->sync->pg;

	return pg_script(pg, t->name, t->texts[PUSH_TEMP], e) && send_rows(t, f, e) && check_digests(t, f, e) &&
	       pg_script(pg, t->name, t->texts[PUSH_ANALYZE], e);
}

static bool
run_fixed(struct push_table *t, struct push_flow *f, const char *path, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok = sync_query(f->sync, path, NULL, 0, &rows, e);

	if (ok) {
		t->changed = pg_int(&rows, 0, 0);
		t->added = pg_int(&rows, 0, 1);
		t->removed = pg_int(&rows, 0, 2);
	}
	pg_rows_clear(&rows);
	return ok;
}

static bool
remove_rows(struct push_table *t, struct push_flow *f, struct err *e)
{
	struct pg_rows rows = {0};
	char *counted =
		mem_format("WITH removed AS (%s RETURNING 1) SELECT count(*) FROM removed", t->texts[PUSH_REMOVE]);
	bool ok = pg_query(f->sync->pg, t->name, counted, NULL, 0, &rows, e);

	t->removed = ok ? pg_int(&rows, 0, 0) : 0;
	pg_rows_clear(&rows);
	free(counted);
	return ok;
}

bool
push_table_apply(struct push_table *t, struct push_flow *f, const char *applied_at, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok;

	if (t->apply != NULL)
		return run_fixed(t, f, t->apply, e);
	f->sync->progress(f->sync->context, t->name, f->rows, 0, f->total);
	ok = (t->texts[PUSH_REMOVE] == NULL || remove_rows(t, f, e)) &&
	     pg_query(f->sync->pg, t->name, t->texts[PUSH_UPSERT], &applied_at, 1, &rows, e);
	if (ok) {
		t->changed = pg_int(&rows, 0, 0);
		t->added = pg_int(&rows, 0, 1);
	}
	pg_rows_clear(&rows);
	return ok;
}

bool
push_table_verify(struct push_table *t, struct push_flow *f, struct err *e)
{
	struct pg_rows rows = {0};
	bool ok;

	if (t->apply != NULL)
		return true;
	ok = pg_query(f->sync->pg, t->name, t->texts[PUSH_VERIFY], NULL, 0, &rows, e);
	if (ok && f->mode == PUSH_FULL && pg_int(&rows, 0, 1) != 0)
		ok = err_set(e, ERR_FAULT,
			"%s: %lld rows that were written are not there (a trigger, or a rule?); nothing changed",
			t->name, (long long)pg_int(&rows, 0, 1));
	if (ok && pg_int(&rows, 0, 2) != 0)
		ok = err_set(e, ERR_FAULT,
			"%s: %lld rows read back otherwise than they were written (a trigger, or a type that rounds?), "
			"the first "
			"of communication %lld; nothing changed",
			t->name, (long long)pg_int(&rows, 0, 2), (long long)pg_int(&rows, 0, 3));
	pg_rows_clear(&rows);
	return ok;
}
