#include "steps/push/engine.h"

#include "core/clock.h"
#include "core/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MS  INT64_C(1000000)
#define SEC INT64_C(1000000000)

enum { BACKOFF_MAX = 60, WAIT_MAX_MS = 1000, STARTS_MAX = 64 };

void
engine_add(struct engine *g, struct job *j)
{
	j->next = NULL;
	*g->last = j;
	g->last = &j->next;
	g->waiting++;
}

void
engine_stop(struct engine *g, enum err_kind kind, const char *fmt, ...)
{
	va_list args;

	if (g->stopping)
		return;
	g->stopping = true;
	g->stop = kind;
	va_start(args, fmt);
	vsnprintf(g->why, sizeof g->why, fmt, args);
	va_end(args);
}

int64_t
engine_backoff(struct engine *g, int attempt)
{
	int64_t most = attempt < 6 ? INT64_C(1) << attempt : BACKOFF_MAX;

	g->dice ^= g->dice << 13;
	g->dice ^= g->dice >> 7;
	g->dice ^= g->dice << 17;
	return (int64_t)(g->dice % (uint64_t)(most * g->push->unit_ms * MS + 1));
}

static struct limiter *
pace_of(struct engine *g, const struct job *j)
{
	return j->kind == JOB_SEARCH ? &g->push->search_pace : &g->push->pace;
}

/* Takes the first job out of the list that may leave now. *wait gets shorter when one may leave earlier than that. */
static struct job *
take_job(struct engine *g, int64_t now, int64_t *wait)
{
	for (struct job **at = &g->first; *at != NULL; at = &(*at)->next) {
		struct job *j = *at;
		int64_t more = j->not_before > now ? j->not_before - now : limiter_wait(pace_of(g, j), now);

		if (more <= 0) {
			*at = j->next;
			if (*at == NULL)
				g->last = at;
			g->waiting--;
			return j;
		}
		*wait = more < *wait ? more : *wait;
	}
	return NULL;
}

static bool
has_ready(const struct engine *g, int64_t now)
{
	for (const struct job *j = g->first; j != NULL; j = j->next)
		if (j->not_before <= now)
			return true;
	return false;
}

/* Limits of the run itself. */
static void
check_limits(struct engine *g, int64_t now)
{
	const struct push_options *o = g->push->options;
	int seen = g->push->signal_seen == NULL ? 0 : (int)*g->push->signal_seen;

	if (seen != 0)
		engine_stop(g, seen == SIGTERM ? (enum err_kind)143 : ERR_INTERRUPTED,
			"interrupted; what was on its way is settled, and the same command goes on from here");
	if (o->max_calls > 0 && g->push->calls >= o->max_calls)
		engine_stop(g, ERR_REMOTE, "the limit of %lld calls is reached; the same command goes on from here",
			(long long)o->max_calls);
	if (g->deadline != 0 && now >= g->deadline)
		engine_stop(g, ERR_REMOTE, "the limit of %lld seconds is reached; the same command goes on from here",
			(long long)o->max_duration);
}

struct start {
	struct job *job;
	char *path;
};

/* Prepares what may leave now. */
static bool
collect_starts(struct engine *g, struct start *starts, int *count, int64_t *wait, struct err *e)
{
	int room = g->probing ? 1 : (int)g->push->options->concurrency;
	bool ok = true;

	while (ok && *count < STARTS_MAX && g->flying + *count < room) {
		int64_t now = clock_ticks();
		struct job *j;
		bool empty = false;

		check_limits(g, now);
		if (g->stopping)
			break;
		if (!has_ready(g, now) && !supply_is_dry(g) && limiter_wait(&g->push->pace, now) <= 0)
			ok = supply_jobs(g, e);
		j = ok ? take_job(g, now, wait) : NULL;
		if (j == NULL)
			break;
		starts[*count].path = prepare_job(g, j, &empty, e);
		if (starts[*count].path != NULL) {
			limiter_take(pace_of(g, j), now);
			g->push->calls++;
			starts[(*count)++].job = j;
		} else if (empty) {
			ok = settle_links_next(g, j, e);
		} else {
			job_free(j);
			ok = false;
		}
	}
	return ok;
}

static bool
start_all(struct engine *g, struct start *starts, int count, bool ok, struct err *e)
{
	for (int i = 0; i < count; i++) {
		struct job *j = starts[i].job;

		j->sent = clock_ticks();
		if (ok)
			ok = http_start(g->push->http, starts[i].path, j->body.bytes, j->body.size, j, e);
		if (ok)
			g->flying++;
		else
			job_free(j);
		free(starts[i].path);
	}
	return ok;
}

/* What HubSpot's headers say about its limit. */
static void
heed_headers(struct engine *g, const struct http_answer *a)
{
	struct limiter_said said = {a->limit, a->limit_left, a->limit_ms * MS};

	limiter_allow(&g->push->pace, &said, clock_ticks());
	if (a->date > 0)
		g->push->skew = a->date - clock_now();
}

static bool
settle_all(struct engine *g, struct http_exchange **done, int count, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < count; i++) {
		struct job *j = done[i]->own;

		g->flying--;
		if (!done[i]->answer.left)
			limiter_lost(pace_of(g, j));
		heed_headers(g, &done[i]->answer);
		if (ok)
			ok = settle_job(g, j, &done[i]->answer, e);
		else
			job_free(j);
		http_release(g->push->http, done[i]);
	}
	return ok;
}

static int
take_done(struct engine *g, struct http_exchange **done)
{
	int n = 0;

	while (n < STARTS_MAX && (done[n] = http_next(g->push->http)) != NULL)
		n++;
	return n;
}

/* One turn: settle, prepare, commit, send. */
static bool
turn(struct engine *g, struct http_exchange **done, int finished, struct err *e)
{
	struct start starts[STARTS_MAX];
	struct db *db = g->push->journal->db;
	int64_t wait = 0;
	int count = 0;
	bool ok = db_begin(db, e);

	if (!ok) {
		for (int i = 0; i < finished; i++) {
			job_free(done[i]->own);
			http_release(g->push->http, done[i]);
		}
		return false;
	}
	ok = settle_all(g, done, finished, e) && collect_starts(g, starts, &count, &wait, e);
	if (ok)
		ok = db_commit(db, e);
	else
		db_rollback(db);
	return start_all(g, starts, count, ok, e) && (count == 0 || http_wait(g->push->http, 0, e));
}

/* Is there anything that the next turn could do without waiting for an answer? */
static bool
is_due(struct engine *g, int64_t *wait)
{
	int64_t now = clock_ticks(), pace = limiter_wait(&g->push->pace, now);
	int room = g->probing ? 1 : (int)g->push->options->concurrency;

	*wait = WAIT_MAX_MS * MS;
	check_limits(g, now);
	if (g->stopping || g->flying >= room)
		return false;
	if (!supply_is_dry(g) && !has_ready(g, now)) {
		*wait = pace;
		return pace <= 0;
	}
	for (const struct job *j = g->first; j != NULL; j = j->next) {
		int64_t more = j->not_before > now ? j->not_before - now : limiter_wait(pace_of(g, j), now);

		*wait = more < *wait ? more : *wait;
	}
	return *wait <= 0;
}

static bool
is_over(struct engine *g)
{
	if (g->flying > 0)
		return false;
	if (g->stopping)
		return true;
	while (g->waiting == 0 && supply_is_dry(g)) {
		if (g->phase == ENGINE_PHASES)
			return true;
		supply_next_phase(g);
	}
	return false;
}

static void
clear(struct engine *g)
{
	struct job *next;

	for (struct job *j = g->first; j != NULL; j = next) {
		next = j->next;
		job_free(j);
	}
	g->first = NULL;
	g->last = &g->first;
	g->waiting = 0;
}

static bool
run(struct engine *g, struct push *p, struct err *e)
{
	int64_t wait = 0;
	bool ok = true;

	g->last = &g->first;
	g->dice = (uint64_t)clock_ticks() | 1;
	if (p->options->max_duration > 0)
		g->deadline = p->began + p->options->max_duration * SEC;
	supply_next_phase(g);
	while (ok && !is_over(g)) {
		struct http_exchange *done[STARTS_MAX];
		int finished = take_done(g, done);

		if (finished > 0 || is_due(g, &wait))
			ok = turn(g, done, finished, e);
		else
			ok = http_wait(p->http, (wait + MS - 1) / MS, e);
	}
	clear(g);
	return ok;
}

bool
engine_run(struct engine *g, struct push *p, unsigned work, bool chosen, struct err *e)
{
	*g = (struct engine){.push = p, .work = work, .chosen = chosen};
	return run(g, p, e);
}

bool
engine_undo(struct engine *g, struct push *p, void (*left)(void *, const struct item *, enum activity, const char *),
	void *context, struct err *e)
{
	*g = (struct engine){.push = p, .work = WORK_UNDO, .left = left, .left_context = context};
	return run(g, p, e);
}
