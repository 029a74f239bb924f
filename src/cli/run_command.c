/* run, and the steps one by one. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "rules/sql.h"
#include "steps/stage/account.h"
#include "steps/stage/run.h"

#include <string.h>

bool
run_command(struct context *c, struct invocation *in, struct err *e)
{
	context_take_inputs(c, in);
	return run_all(&c->stage, c->workspace, e) && answer_workspace(c, in, "run", e);
}

bool
init_command(struct context *c, struct invocation *in, struct err *e)
{
	return run_init(&c->stage, c->workspace, e) && answer_workspace(c, in, "init", e);
}

/* A step in its own transaction. What it writes beside the database it writes into .new, and that is switched into place
 * after the commit. */
static bool
run_step(struct context *c, bool (*step)(struct stage *, struct err *), const char *const *entries, struct err *e)
{
	struct stage *s = &c->stage;
	bool ok = entries == NULL || workspace_begin(c->workspace, e);

	if (entries != NULL)
		s->dir = c->workspace->new_dir;
	ok = ok && db_begin(s->db, e) && step(s, e) && db_commit(s->db, e);
	if (!ok)
		db_rollback(s->db);
	if (entries != NULL && ok)
		ok = workspace_switch(c->workspace, entries, e);
	else if (entries != NULL)
		workspace_undo(c->workspace);
	s->dir = c->workspace->dir;
	return ok;
}

/* The steps before must stand: what comes from a stale one would be stale too. */
static bool
need_step(struct context *c, const char *name, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, c->stage.db, "src/steps/stage/sql/step_find.sql", e);
	enum query_step step = QUERY_FAILED;

	if (ok) {
		query_bind_text(&q, 1, name);
		step = query_next(&q, e);
	}
	query_close(&q);
	if (step == QUERY_END)
		err_set(e, ERR_USAGE, "%s has to be done first: `hubstage %s`", name, name);
	return step == QUERY_ROW;
}

bool
load_command(struct context *c, struct invocation *in, struct err *e)
{
	static const char *const entries[] = {"rejects.csv", "rejects.raw", NULL};

	context_take_inputs(c, in);
	return run_step(c, step_load, entries, e) && answer_workspace(c, in, "load", e);
}

bool
resolve_command(struct context *c, struct invocation *in, struct err *e)
{
	return need_step(c, "load", e) && run_step(c, step_resolve, NULL, e) && answer_workspace(c, in, "resolve", e);
}

bool
derive_command(struct context *c, struct invocation *in, struct err *e)
{
	return need_step(c, "resolve", e) && run_step(c, step_derive, NULL, e) && answer_workspace(c, in, "derive", e);
}

bool
payloads_command(struct context *c, struct invocation *in, struct err *e)
{
	static const char *const entries[] = {"bundle", NULL};

	return need_step(c, "derive", e) && run_step(c, step_payloads, entries, e) &&
	       answer_workspace(c, in, "payloads", e);
}

bool
validate_command(struct context *c, struct invocation *in, struct err *e)
{
	return need_step(c, "init", e) && run_step(c, step_validate, NULL, e) && answer_gates(c, in, e);
}
