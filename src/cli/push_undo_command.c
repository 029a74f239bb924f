/* rollback and report: what is taken back, and what is told. */
#include "cli/push_context.h"
#include "cli/words.h"
#include "core/file.h"
#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *report_dir;

const struct option push_report_options[] = {{.name = "dir",
						     .value = "DIR",
						     .text = &report_dir,
						     .summary = "where to",
						     .otherwise = "report/ in the workspace"},
	{0}};

static void
tell_left(void *context, const struct item *item, enum activity type, const char *why)
{
	const struct context *c = context;

	if (!c->in->json)
		printf("left: communication %lld, %s %lld: %s\n", (long long)item->id, activity_names[type],
			(long long)item->hubspot_id, why);
}

bool
push_rollback_command(struct context *c, struct invocation *in, struct err *e)
{
	const struct engine *g;
	struct rollback_result r;

	if (!push_confirm(c, "archive what this journal created", true, e) ||
		!step_rollback(&c->push, tell_left, c, &r, e))
		return false;
	g = &r.engine;
	if (in->json)
		push_document("rollback",
			json_pack("{s:I, s:b, s:I, s:I, s:I, s:I, s:I, s:s, s:o}", "portal", (json_int_t)r.portal.id,
				"dry_run", c->options.dry_run, "candidates", (json_int_t)g->candidates, "archived",
				(json_int_t)g->archived, "edited", (json_int_t)g->edited, "gone", (json_int_t)g->gone,
				"failed", (json_int_t)g->given_up, "stopped", g->why, "accounting",
				push_tallies_json(&r.tallies)));
	else
		printf("%s%lld of %lld archived, %lld edited since and left, %lld gone already, %lld failed\n",
			c->options.dry_run ? "dry run: " : "", (long long)g->archived, (long long)g->candidates,
			(long long)g->edited, (long long)g->gone, (long long)g->given_up);
	if (g->stop != ERR_NONE)
		return err_set(e, g->stop, "%s", g->why);
	if (g->given_up > 0)
		return err_set(e, ERR_REMOTE, "some records could not be archived; the same command tries again");
	in->status = g->edited > 0 ? STATUS_ROWS : STATUS_DONE;
	return true;
}

bool
push_report_command(struct context *c, struct invocation *in, struct err *e)
{
	struct report_result r = {0};
	char *dir = report_dir != NULL ? mem_text(report_dir) : file_join(c->options.out, "report");
	bool ok = step_report(&c->push, dir, &r, e);

	if (ok && in->json)
		push_document("report",
			json_pack("{s:s, s:s, s:b}", "directory", dir, "report", r.name, "kpis_met", r.kpis_met));
	else if (ok)
		printf("%s/%s.md, .html, .json\n", dir, r.name);
	if (ok && !r.kpis_met)
		in->status = STATUS_CHECKPOINT;
	free(dir);
	return ok;
}
