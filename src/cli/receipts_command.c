/* receipts: the push journal comes back into the workspace. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/table.h"
#include "cli/words.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/receipts.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"success.csv", "error.csv", "crosswalk.csv"};

enum { FILES = sizeof names / sizeof names[0], COUNTS = 4 };

static bool
take(struct context *c, const char *journal, struct receipts *sum, struct err *e)
{
	struct receipts r;

	if (!step_receipts(&c->stage, journal, &r, e))
		return false;
	sum->pushed += r.pushed;
	sum->failed += r.failed;
	sum->unknown += r.unknown;
	sum->rolled_back += r.rolled_back;
	sum->strangers = r.strangers;
	return true;
}

/* All journals, or none. */
static bool
take_all(struct context *c, char *const *journals, int count, struct receipts *sum, struct err *e)
{
	bool ok = db_begin(c->stage.db, e);

	for (int i = 0; ok && i < count; i++)
		ok = take(c, journals[i], sum, e);
	ok = ok && db_commit(c->stage.db, e);
	if (!ok)
		db_rollback(c->stage.db);
	return ok && receipts_write(&c->stage, e);
}

/* The derived rows by type and push state, into `types`; printed too, unless that is to be JSON. */
static bool
answer_types(struct context *c, bool print, json_t *types, struct err *e)
{
	static const struct table_column columns[] = {
		{"activity", false}, {"rows", true}, {"pushed", true}, {"failed", true}, {"pending", true}};
	struct table t = {.columns = columns, .count = COUNTS + 1};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, c->stage.db, "src/steps/stage/sql/answer_receipts.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			json_t *row = json_pack("{s:s}", columns[0].head, query_text(&q, 0));

			table_text(&t, query_text(&q, 0));
			for (int i = 1; i <= COUNTS; i++) {
				table_number(&t, query_int(&q, i));
				json_object_set_new(row, columns[i].head, json_integer((json_int_t)query_int(&q, i)));
			}
			json_array_append_new(types, row);
		}
	query_close(&q);
	if (step == QUERY_END && print && json_array_size(types) > 0)
		table_print(&t, stdout);
	table_clear(&t);
	return step == QUERY_END;
}

static json_t *
files_json(const struct context *c)
{
	json_t *files = json_array();

	for (int i = 0; i < FILES; i++) {
		char *path = file_join(c->workspace->dir, names[i]);

		json_array_append_new(files, json_string(path));
		free(path);
	}
	return files;
}

static void
print_files(const json_t *files)
{
	const json_t *file;
	size_t i;

	puts("");
	json_array_foreach(files, i, file) puts(json_string_value(file));
}

static bool
answer(struct context *c, const struct invocation *in, const struct receipts *r, struct err *e)
{
	json_t *types = json_array(), *files = files_json(c);
	bool ok = answer_types(c, !in->json, types, e);

	if (ok && in->json)
		ok = answer_json("receipts",
			json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:O, s:O}", "workspace", c->workspace->dir, "pushed",
				(json_int_t)r->pushed, "failed", (json_int_t)r->failed, "unknown",
				(json_int_t)r->unknown, "rolled_back", (json_int_t)r->rolled_back, "strangers",
				(json_int_t)r->strangers, "activities", types, "files", files),
			e);
	else if (ok)
		print_files(files);
	json_decref(types);
	json_decref(files);
	return ok;
}

bool
receipts_command(struct context *c, struct invocation *in, struct err *e)
{
	char *own = file_join(c->workspace->dir, "push.db"), *const usual[] = {own};
	bool given = in->operand_count > 0;
	struct receipts r = {0};
	bool ok =
		take_all(c, given ? in->operands : usual, given ? in->operand_count : 1, &r, e) && answer(c, in, &r, e);

	free(own);
	if (!ok)
		return false;
	if (r.rolled_back > 0)
		words_note("%lld records were archived again and are pending", (long long)r.rolled_back);
	if (r.strangers > 0)
		words_note("%lld receipts are of communications that this workspace does not have; they are kept",
			(long long)r.strangers);
	if (r.failed > 0)
		in->status = STATUS_ROWS;
	return r.unknown == 0 ||
	       err_set(e, ERR_UNKNOWN, "the outcome of %lld records is unknown: hubstage-push reconcile settles them",
		       (long long)r.unknown);
}
