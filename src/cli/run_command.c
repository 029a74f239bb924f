/* run, and the steps one by one. */
#include "cli/commands.h"

#include "cli/answers.h"
#include "rules/sql.h"
#include "steps/stage/account.h"
#include "steps/stage/portal_check.h"
#include "steps/stage/report/report.h"
#include "steps/stage/run/run.h"

#include <string.h>

bool
run_command(struct context *c, struct invocation *in, struct err *e)
{
	return context_take_inputs(c, in, e) && run_all(&c->stage, c->workspace, e) &&
	       answer_workspace(c, in, "run", e);
}

bool
init_command(struct context *c, struct invocation *in, struct err *e)
{
	return run_init(&c->stage, c->workspace, e) && answer_workspace(c, in, "init", e);
}

static bool
set_state(struct stage *s, const char *path, const char *name, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, s->db, path, e);

	if (ok) {
		query_bind_text(&q, 1, name);
		ok = query_run(&q, e);
	}
	query_close(&q);
	return ok;
}

/* A step in its own transaction. */
static bool
run_step(struct context *c, bool (*step)(struct stage *, struct err *), struct err *e)
{
	struct stage *s = &c->stage;
	bool ok = db_begin(s->db, e) && step(s, e) && db_commit(s->db, e);

	if (!ok)
		db_rollback(s->db);
	return ok;
}

/* A step that writes files too. It writes them into .new; they are switched into place after the commit, and only then
 * the step counts as done: killed in between, it is stale. */
static bool
run_step_with_files(struct context *c, const char *name, bool (*step)(struct stage *, struct err *),
	const char *const *entries, struct err *e)
{
	struct stage *s = &c->stage;
	bool ok = workspace_begin(c->workspace, e);

	s->dir = c->workspace->new_dir;
	ok = ok && db_begin(s->db, e) && step(s, e) &&
	     set_state(s, "src/steps/stage/sql/step_unsettled.sql", name, e) && db_commit(s->db, e) &&
	     workspace_switch(c->workspace, entries, e) && db_begin(s->db, e) &&
	     set_state(s, "src/steps/stage/sql/step_settled.sql", name, e) && db_commit(s->db, e);
	s->dir = c->workspace->dir;
	if (!ok) {
		db_rollback(s->db);
		workspace_undo(c->workspace);
	}
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
	static const char *const entries[] = {"rejects.csv", "rejects.raw", "pull.json", NULL};

	return context_take_inputs(c, in, e) && run_step_with_files(c, "load", step_load, entries, e) &&
	       answer_workspace(c, in, "load", e);
}

bool
resolve_command(struct context *c, struct invocation *in, struct err *e)
{
	return need_step(c, "load", e) && run_step(c, step_resolve, e) && answer_workspace(c, in, "resolve", e);
}

bool
derive_command(struct context *c, struct invocation *in, struct err *e)
{
	return need_step(c, "resolve", e) && run_step(c, step_derive, e) && answer_workspace(c, in, "derive", e);
}

bool
payloads_command(struct context *c, struct invocation *in, struct err *e)
{
	static const char *const entries[] = {"bundle", NULL};

	return need_step(c, "derive", e) && run_step_with_files(c, "payloads", step_payloads, entries, e) &&
	       answer_workspace(c, in, "payloads", e);
}

static const char *portal_file;

const struct option validate_options[] = {{.name = "portal",
						  .value = "FILE",
						  .text = &portal_file,
						  .summary = "say what this portal would refuse: portal.json of "
							     "hubstage-push snapshot"},
	{0}};

bool
validate_command(struct context *c, struct invocation *in, struct err *e)
{
	json_t *portal = NULL;
	bool ok = need_step(c, portal_file == NULL ? "init" : "derive", e);

	if (ok && portal_file != NULL)
		ok = (portal = portal_check(&c->stage, portal_file, e)) != NULL;
	ok = ok && run_step(c, step_validate, e) && answer_gates(c, in, portal, e);
	json_decref(portal);
	return ok;
}

bool
run_report(struct context *c, struct err *e)
{
	static const char *const entries[] = {"report", NULL};

	return need_step(c, "load", e) && run_step_with_files(c, "report", step_report, entries, e);
}
