/* Rollback: a record is archived when HubSpot has it unchanged since the journal last heard of it. */
#include "steps/push/engine.h"

#include "core/clock.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static void
leave(struct engine *g, const struct job *j, const struct item *item, const char *why)
{
	if (g->left != NULL)
		g->left(g->left_context, item, j->type, why);
}

/* After the comparison: what is unchanged is archived. What is gone already has what rollback wants. */
static bool
settle_compare(struct engine *g, struct job *j, struct err *e)
{
	struct item *same = mem_new((size_t)j->count * sizeof *same);
	bool dry = g->push->options->dry_run, ok = true;
	int n = 0;

	for (int i = 0; i < j->count && ok; i++) {
		struct item *item = &j->items[i];

		if (item->fate == FATE_FOUND && strcmp(item->changed, item->was_changed) == 0) {
			same[n++] = *item;
		} else if (item->fate == FATE_FOUND) {
			g->edited++;
			leave(g, j, item, "edited in HubSpot since");
		} else if (item->fate == FATE_REFUSED) {
			g->gone++;
			ok = dry || store_archived(g->push->store, item->id, clock_now(), e);
		} else {
			g->given_up++;
			leave(g, j, item, "HubSpot's answer does not say whether it is there");
		}
	}
	if (ok && n > 0 && !dry)
		engine_add(g, job_new(JOB_ARCHIVE, j->type, same, n));
	g->archived += dry ? n : 0;
	free(same);
	job_free(j);
	return ok;
}

static bool
settle_archived(struct engine *g, struct job *j, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		g->archived++;
		ok = store_archived(g->push->store, j->items[i].id, clock_now(), e);
	}
	job_free(j);
	return ok;
}

static bool
settle_refused(struct engine *g, struct job *j)
{
	int half = j->count / 2;

	if (j->count == 1) {
		g->given_up++;
		leave(g, j, j->items, "HubSpot refuses to archive it");
	} else {
		engine_add(g, job_new(JOB_ARCHIVE, j->type, j->items, half));
		engine_add(g, job_new(JOB_ARCHIVE, j->type, j->items + half, j->count - half));
	}
	job_free(j);
	return true;
}

bool
settle_undo(struct engine *g, struct job *j, const struct http_answer *a, struct err *e)
{
	if (j->kind == JOB_COMPARE)
		return settle_compare(g, j, e);
	return a->status >= 400 ? settle_refused(g, j) : settle_archived(g, j, e);
}
