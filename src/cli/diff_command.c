/* diff: what changed between two workspaces, counted and listed. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/table.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/look/diff.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int64_t limit = 20;
static const char *csv_path;

const struct option diff_options[] = {{.name = "limit",
					      .value = "N",
					      .number = &limit,
					      .min = 0,
					      .max = INT32_MAX,
					      .summary = "rows that the text lists; --json and --csv list all"},
	{.name = "csv", .value = "FILE", .text = &csv_path, .summary = "write the whole list as CSV"}, {0}};

/* The current row as an object, members in the order of the columns. */
static json_t *
row_json(struct query *q)
{
	json_t *row = json_object();

	for (int i = 0; i < sqlite3_column_count(q->stmt); i++)
		json_object_set_new(row, sqlite3_column_name(q->stmt, i),
			query_null(q, i)				    ? json_null()
			: sqlite3_column_type(q->stmt, i) == SQLITE_INTEGER ? json_integer((json_int_t)query_int(q, i))
									    : json_string(query_text(q, i)));
	return row;
}

static bool
rows_json(struct db *db, const char *path, json_t *to, const char *name, struct err *e)
{
	json_t *array = json_array();
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, path, e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			json_array_append_new(array, row_json(&q));
	query_close(&q);
	json_object_set_new(to, name, array);
	return step == QUERY_END;
}

/* One document, its rows printed as they come: any number of them takes no memory. */
static bool
print_json(struct db *db, struct err *e)
{
	json_t *head = json_pack("{s:s, s:i}", "document", "diff", "version", 1);
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	const char *between = "";
	char *text;
	bool ok = rows_json(db, "src/steps/stage/look/sql/diff_sides.sql", head, "workspaces", e) &&
		  rows_json(db, "src/steps/stage/look/sql/diff_summary.sql", head, "summary", e) &&
		  sql_query(&q, db, "src/steps/stage/look/sql/diff_rows.sql", e);

	text = json_dumps(head, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
	if (ok)
		printf("%.*s,\n  \"rows\": [", (int)strlen(text) - 2, text);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		json_t *row = row_json(&q);
		char *line = json_dumps(row, JSON_COMPACT | JSON_PRESERVE_ORDER);

		printf("%s\n    %s", between, line);
		between = ",";
		free(line);
		json_decref(row);
	}
	if (step == QUERY_END)
		printf("\n  ]\n}\n");
	query_close(&q);
	free(text);
	json_decref(head);
	return step == QUERY_END;
}

/* "412 rows move from tasks to calls (rules), the first is 17" */
static void
print_change(struct query *q)
{
	const char *changed = query_text(q, 0), *old = query_text(q, 1), *new = query_text(q, 2);
	struct buf line = {0};
	bool one = query_int(q, 4) == 1;

	buf_format(&line, "%" PRId64 " %s ", query_int(q, 4), one ? "row" : "rows");
	if (strcmp(changed, "activity") == 0)
		buf_format(&line, "%s from %s to %s", one ? "moves" : "move", old, new);
	else if (strcmp(changed, "added") == 0)
		buf_format(&line, "%s new: %s", one ? "is" : "are", new);
	else if (strcmp(changed, "gone") == 0)
		buf_format(&line, "%s gone: %s", one ? "is" : "are", old);
	else if (strcmp(changed, "validity") == 0)
		buf_format(&line, "%s %s and %s now %s", one ? "was" : "were", old, one ? "is" : "are", new);
	else
		buf_format(&line, "%s another %s", one ? "has" : "have", changed);
	printf("%s (%s), first: %" PRId64 "\n", line.bytes, query_text(q, 3), query_int(q, 5));
	buf_clear(&line);
}

static bool
print_sides(struct db *db, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, db, "src/steps/stage/look/sql/diff_sides.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			printf("%s: %s rows, rules %s (%.12s), version %s, time zone %s\n", query_text(&q, 0),
				query_text(&q, 6), query_text(&q, 1), query_text(&q, 2), query_text(&q, 3),
				query_text(&q, 5));
	query_close(&q);
	return step == QUERY_END;
}

static bool
print_summary(struct db *db, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	bool any = false;

	puts("");
	if (sql_query(&q, db, "src/steps/stage/look/sql/diff_summary.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			print_change(&q);
			any = true;
		}
	query_close(&q);
	if (step == QUERY_END && !any)
		puts("no row differs");
	return step == QUERY_END;
}

static bool
print_rows(struct db *db, struct err *e)
{
	static const struct table_column columns[] = {{"id", true}, {"old activity", false}, {"new", false},
		{"old rule", true}, {"new", true}, {"was", false}, {"is now", false}, {"changed", false},
		{"why", false}};
	struct table t = {.columns = columns, .count = 9};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;
	int64_t count = 0;

	if (sql_query(&q, db, "src/steps/stage/look/sql/diff_rows.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW && count++ < limit)
			for (int i = 0; i < t.count; i++)
				table_text(&t, query_text(&q, i));
	if (step != QUERY_FAILED && count > 0 && limit > 0) {
		puts("");
		table_print(&t, stdout);
		if (step == QUERY_ROW)
			printf("(the first %" PRId64 "; --limit, --csv and --json list more)\n", limit);
	}
	query_close(&q);
	table_clear(&t);
	return step != QUERY_FAILED;
}

/* Numbers and words of ours only: no cell needs quotes, but for the list of what changed. */
static bool
write_csv(struct db *db, struct err *e)
{
	struct file *f = file_open(csv_path, 0, e);
	struct query q = {0};
	struct buf line = {0};
	enum query_step step = QUERY_FAILED;
	bool ok = f != NULL && sql_query(&q, db, "src/steps/stage/look/sql/diff_rows.sql", e);

	for (int i = 0; ok && i < sqlite3_column_count(q.stmt); i++)
		buf_format(&line, "%s%s", i == 0 ? "" : ",", sqlite3_column_name(q.stmt, i));
	buf_char(&line, '\n');
	ok = ok && file_add(f, line.bytes, line.size, e);
	while (ok && (step = query_next(&q, e)) == QUERY_ROW) {
		buf_reset(&line);
		for (int i = 0; i < sqlite3_column_count(q.stmt); i++) {
			const char *text = query_null(&q, i) ? "" : query_text(&q, i);
			const char *quote = strchr(text, ',') == NULL ? "" : "\"";

			buf_format(&line, "%s%s%s%s", i == 0 ? "" : ",", quote, text, quote);
		}
		buf_char(&line, '\n');
		ok = file_add(f, line.bytes, line.size, e);
	}
	ok = ok && step == QUERY_END && file_finish(f, e);
	query_close(&q);
	buf_clear(&line);
	file_close(f);
	return ok;
}

/* A workspace, held so that nobody changes it meanwhile, or a database file. */
struct side {
	struct workspace *workspace; /* NULL: a file */
	char *path;
};

static bool
open_side(struct side *side, const char *operand, struct err *e)
{
	struct stat st;

	if (stat(operand, &st) != 0)
		return err_system(e, "%s", operand);
	if (S_ISDIR(st.st_mode) && (side->workspace = workspace_open(operand, WORKSPACE_SHARED, e)) == NULL)
		return false;
	side->path = mem_text(side->workspace == NULL ? operand : side->workspace->database);
	return true;
}

bool
diff_command(struct context *c, struct invocation *in, struct err *e)
{
	struct side old = {0}, new = {0};
	struct db *db = NULL;
	bool ok = open_side(&old, in->operands[0], e) && open_side(&new, in->operands[1], e) &&
		  (db = diff_open(old.path, new.path, e)) != NULL;

	(void)c;
	ok = ok && (csv_path == NULL || write_csv(db, e));
	if (ok)
		ok = in->json ? print_json(db, e) : print_sides(db, e) && print_summary(db, e) && print_rows(db, e);
	db_close(db);
	workspace_close(old.workspace);
	workspace_close(new.workspace);
	free(old.path);
	free(new.path);
	return ok;
}
