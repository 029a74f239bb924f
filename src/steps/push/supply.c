/* Jobs from the journal, page by page, in three phases: what is in doubt and what is planned; associations of updated
 * records; associations read back. */
#include "steps/push/engine.h"

#include "core/clock.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

#define MS INT64_C(1000000)

enum { BATCH_BYTES = 4 << 20, DOUBTS_AT_ONCE = 64, LINKS_PAGE = 100, PAGE_MAX = 100 };

enum { PHASE_SEND = 1, PHASE_LINK, PHASE_LOOK };

void
supply_next_phase(struct engine *g)
{
	g->phase++;
	g->doubts = (struct cursor){.after = INT64_MIN, .done = g->phase != PHASE_SEND || !(g->work & WORK_SETTLE)};
	g->plans = (struct cursor){.after = INT64_MIN, .done = g->phase != PHASE_SEND || !(g->work & WORK_SEND)};
	g->links = (struct cursor){.after = INT64_MIN,
		.done = (g->work & WORK_UNDO) != 0 ? g->phase != PHASE_SEND
			: g->phase == PHASE_LINK   ? (g->work & WORK_LINK) == 0
			: g->phase == PHASE_LOOK   ? (g->work & WORK_LOOK) == 0
						   : true};
}

bool
supply_is_dry(const struct engine *g)
{
	return g->doubts.done && g->plans.done && g->links.done;
}

static void
step_on(struct cursor *c, int steps)
{
	c->after = INT64_MIN;
	c->step++;
	c->done = c->step == steps;
}

/* Sorts a page into two by a flag, keeping the order. */
static int
pick(const struct item *from, const bool *flags, bool flag, int count, struct item *to)
{
	int n = 0;

	for (int i = 0; i < count; i++)
		if (flags[i] == flag)
			to[n++] = from[i];
	return n;
}

static void
add_look(struct engine *g, enum activity type, const struct item *items, int count, int64_t not_before)
{
	struct job *j;

	if (count == 0)
		return;
	j = job_new(g->push->unique[type] ? JOB_READ : JOB_SEARCH, type, items, count);
	j->then = THEN_AGAIN;
	j->not_before = not_before;
	engine_add(g, j);
}

/* How long is still to be waited for requests that began at these times, by a wall clock that may have jumped. */
static int64_t
wait_of(const struct engine *g, const int64_t *began, int count)
{
	int64_t now = clock_now(), wait = 0;

	for (int i = 0; i < count; i++) {
		int64_t past = (now - began[i]) * 1000, left = g->push->settle_ms - past;

		left = past < 0 || began[i] == 0 ? g->push->settle_ms : left;
		wait = left > wait ? left : wait;
	}
	return wait * MS;
}

/* A page of records whose outcome is unknown. What was an update is simply sent again: the same change twice is one. */
static bool
supply_doubts(struct engine *g, struct err *e)
{
	struct item items[PAGE_MAX], some[PAGE_MAX];
	int64_t began[PAGE_MAX], due;
	bool updates[PAGE_MAX];
	struct store_page page = {.type = (enum activity)g->doubts.step, .after = g->doubts.after};
	int n = store_next_unknown(g->push->store, &page, items, began, updates, PAGE_MAX, e), count;

	if (n < 0)
		return false;
	if (n == 0) {
		step_on(&g->doubts, ACTIVITIES);
		return true;
	}
	g->doubts.after = items[n - 1].id;
	due = clock_ticks() + wait_of(g, began, n);
	add_look(g, page.type, some, pick(items, updates, false, n, some), due);
	count = pick(items, updates, true, n, some);
	if (count > 0 && (g->work & WORK_SEND) == 0) {
		g->given_up += count;
	} else if (count > 0) {
		struct job *j = job_new(JOB_UPDATE, page.type, some, count);

		j->not_before = due;
		engine_add(g, j);
	}
	return true;
}

/* How many of them fit into one request. */
static int
fitting(const struct item *items, int count)
{
	size_t bytes = 0;
	int n = 0;

	while (n < count && (n == 0 || bytes + items[n].size <= BATCH_BYTES))
		bytes += items[n++].size;
	return n;
}

static bool
supply_plans(struct engine *g, struct err *e)
{
	struct item items[PAGE_MAX], some[PAGE_MAX];
	bool looks[PAGE_MAX], update = g->plans.step % 2 != 0;
	enum activity type = (enum activity)(g->plans.step / 2);
	struct store_page page = {
		.type = type, .after = g->plans.after, .bundle_id = g->push->bundle_id, .chosen = g->chosen};
	int n = 0, count;

	if (g->push->options->types[type])
		n = store_next_planned(g->push->store, &page, update ? "update" : "create", items, looks,
			(int)g->push->options->batch, e);
	if (n < 0)
		return false;
	n = fitting(items, n);
	if (n == 0) {
		step_on(&g->plans, 2 * ACTIVITIES);
		return true;
	}
	g->plans.after = items[n - 1].id;
	if (update) {
		engine_add(g, job_new(JOB_UPDATE, type, items, n));
		return true;
	}
	add_look(g, type, some, pick(items, looks, true, n, some), 0);
	count = pick(items, looks, false, n, some);
	if (count > 0)
		engine_add(g, job_new(JOB_CREATE, type, some, count));
	return true;
}

static bool
supply_links(struct engine *g, struct err *e)
{
	struct item items[LINKS_PAGE];
	bool make = g->phase == PHASE_LINK;
	struct store_page page = {
		.type = (enum activity)g->links.step, .after = g->links.after, .bundle_id = g->push->bundle_id};
	struct job *j;
	bool undo = (g->work & WORK_UNDO) != 0;
	int n = undo ? store_next_ours(g->push->store, &page, items, LINKS_PAGE, e)
		     : store_next_links(g->push->store, &page, make ? "planned" : "sent", items, LINKS_PAGE, e);

	if (n < 0)
		return false;
	n = undo ? n : fitting(items, n);
	if (n == 0) {
		step_on(&g->links, ACTIVITIES);
		return true;
	}
	g->links.after = items[n - 1].id;
	j = job_new(undo ? JOB_COMPARE : make ? JOB_ASSOCIATE : JOB_LINKS, page.type, items, n);
	engine_add(g, j);
	g->candidates += undo ? n : 0;
	return true;
}

bool
supply_jobs(struct engine *g, struct err *e)
{
	int waiting = g->waiting;
	bool ok = true;

	while (ok && g->waiting == waiting && !supply_is_dry(g)) {
		if (!g->doubts.done && g->waiting < DOUBTS_AT_ONCE)
			ok = supply_doubts(g, e);
		else if (!g->plans.done)
			ok = supply_plans(g, e);
		else if (!g->links.done)
			ok = supply_links(g, e);
		else
			break;
	}
	return ok;
}
