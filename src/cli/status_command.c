/* status, verify, reset, backup: what the workspace holds, and back. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "cli/table.h"
#include "cli/words.h"
#include "core/bag.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"
#include "steps/stage/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool
print_steps(struct context *c, struct err *e)
{
	static const struct table_column columns[] = {{"step", false}, {"state", false}, {"as of", false}};
	struct table t = {.columns = columns, .count = 3};
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (sql_query(&q, c->stage.db, "src/steps/stage/sql/answer_steps.sql", e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			for (int i = 0; i < 3; i++)
				table_text(&t, query_text(&q, i));
	query_close(&q);
	table_print(&t, stdout);
	puts("");
	table_clear(&t);
	return step == QUERY_END;
}

bool
status_command(struct context *c, struct invocation *in, struct err *e)
{
	bool ok = (in->json || print_steps(c, e)) && answer_workspace(c, in, "status", e);

	in->status = STATUS_DONE;
	return ok;
}

/* What verify found, line by line. */
struct findings {
	json_t *problems;
	bool json;
};

static void
tell(void *own, const char *problem)
{
	struct findings *f = own;

	json_array_append_new(f->problems, json_string(problem));
	if (!f->json)
		printf("%s\n", problem);
}

static bool
check_pages(struct context *c, struct findings *f, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (query_open(&q, c->stage.db, "integrity_check", "PRAGMA integrity_check(20)", e))
		while ((step = query_next(&q, e)) == QUERY_ROW)
			if (strcmp(query_text(&q, 0), "ok") != 0)
				tell(f, query_text(&q, 0));
	query_close(&q);
	return step == QUERY_END;
}

static bool
check_keys(struct context *c, struct findings *f, struct err *e)
{
	struct query q = {0};
	enum query_step step = QUERY_FAILED;

	if (query_open(&q, c->stage.db, "foreign_key_check", "PRAGMA foreign_key_check", e))
		while ((step = query_next(&q, e)) == QUERY_ROW) {
			char *text = mem_format(
				"%s: row %s has no row in %s", query_text(&q, 0), query_text(&q, 1), query_text(&q, 2));

			tell(f, text);
			free(text);
		}
	query_close(&q);
	return step == QUERY_END;
}

static bool
is_done(struct context *c, const char *name, bool *done, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, c->stage.db, "src/steps/stage/sql/step_find.sql", e);

	if (ok) {
		enum query_step step;

		query_bind_text(&q, 1, name);
		step = query_next(&q, e);
		*done = step == QUERY_ROW;
		ok = step != QUERY_FAILED;
	}
	query_close(&q);
	return ok;
}

static bool
check_sums(struct context *c, struct findings *f, struct err *e)
{
	struct accounting a;
	struct err sum;
	bool derived;

	if (!account_read(c->stage.db, &a, e) || !is_done(c, "derive", &derived, e))
		return false;
	if (!account_check(&a, derived, &sum))
		tell(f, sum.text);
	return true;
}

static bool
check_bundle(struct context *c, struct findings *f, struct err *e)
{
	char *dir = file_join(c->workspace->dir, "bundle");
	struct stat st;
	bool expected, ok = is_done(c, "payloads", &expected, e);

	if (ok && stat(dir, &st) == 0)
		ok = bag_verify(dir, tell, f, e) || e->kind == ERR_REFUSED;
	else if (ok && expected)
		tell(f, "bundle: the directory is missing");
	free(dir);
	return ok;
}

bool
verify_command(struct context *c, struct invocation *in, struct err *e)
{
	struct findings f = {json_array(), in->json};
	bool ok = check_pages(c, &f, e) && check_keys(c, &f, e) && check_sums(c, &f, e) && check_bundle(c, &f, e);
	size_t count = json_array_size(f.problems);

	ok = ok || count > 0; /* what could not be looked at, as the database is damaged, is one of the problems */
	if (ok && in->json)
		ok = answer_json(
			"verify", json_pack("{s:s, s:O}", "workspace", c->workspace->dir, "problems", f.problems), e);
	else if (ok && count == 0)
		puts("the database, its sums and the bundle are whole");
	json_decref(f.problems);
	if (ok && count > 0)
		return err_set(e, ERR_REFUSED, "%s: %zu problem%s", c->workspace->dir, count, count == 1 ? "" : "s");
	return ok;
}

/* The plan's rollbacks, from the last step back to the named one. */
static bool
reset_to(struct context *c, const char *name, struct err *e)
{
	static const struct {
		const char *name, *path;
	} resets[] = {
		{"payloads", "schema/steps/reset_payloads.sql"},
		{"derive", "schema/steps/reset_derive.sql"},
		{"resolve", "schema/steps/reset_resolve.sql"},
		{"load", "schema/steps/reset_load.sql"},
	};
	struct query q = {0};
	bool ok = true, reached = false;

	for (size_t i = 0; ok && !reached && i < sizeof resets / sizeof resets[0]; i++) {
		ok = sql_run(c->stage.db, resets[i].path, e);
		reached = strcmp(resets[i].name, name) == 0;
	}
	if (ok && !reached)
		return err_set(e, ERR_USAGE, "'%s' is no step to reset; load, resolve, derive and payloads are", name);
	ok = ok && sql_query(&q, c->stage.db, "src/steps/stage/sql/step_forget.sql", e);
	if (ok) {
		query_bind_text(&q, 1, name);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

bool
reset_command(struct context *c, struct invocation *in, struct err *e)
{
	static const char *const entries[] = {"bundle", NULL};
	bool ok = workspace_begin(c->workspace, e) && db_begin(c->stage.db, e) && reset_to(c, in->operands[0], e) &&
		  db_commit(c->stage.db, e) && workspace_switch(c->workspace, entries, e) &&
		  answer_workspace(c, in, "reset", e);

	if (!ok)
		workspace_undo(c->workspace);
	in->status = STATUS_DONE;
	return ok;
}

bool
backup_command(struct context *c, struct invocation *in, struct err *e)
{
	char *own = mem_format("%s/staging-backup.db", c->workspace->dir);
	const char *path = in->operand_count > 0 ? in->operands[0] : own;
	bool ok = db_backup(c->stage.db, path, e);

	if (ok && in->json)
		ok = answer_json("backup", json_pack("{s:s}", "file", path), e);
	else if (ok)
		printf("%s\n", path);
	free(own);
	return ok;
}
