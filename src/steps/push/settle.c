#include "steps/push/engine.h"

#include "core/clock.h"
#include "core/mem.h"
#include "steps/push/match.h"
#include "steps/push/policy.h"
#include "steps/push/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MS INT64_C(1000000)

enum {
	TRIES_MAX = 12,	    /* sendings of one record in one run */
	ATTEMPTS_MAX = 10,  /* of one question */
	TROUBLES_MAX = 5,   /* in a row: then a pause and one probe at a time */
	PROBES_MAX = 6,	    /* probes that fail in a row: then the end */
	TROUBLE_UNITS = 30, /* the pause, in hundredths of the settling time */
	SEARCH_UNITS = 60,  /* between two searches for the same records */
	CLOCK_TOLERANCE = 2 /* seconds that HubSpot's clock and ours may differ after the correction */
};

/* A list of items that grows: those of a job that go the same way on. */
struct pile {
	struct item *items;
	int count;
};

static void
pile_add(struct pile *pile, const struct item *item, int room)
{
	if (pile->items == NULL)
		pile->items = mem_new((size_t)room * sizeof *item);
	pile->items[pile->count++] = *item;
}

static struct job *
follow(struct engine *g, enum job_kind kind, const struct job *from, const struct item *items, int count,
	int64_t not_before)
{
	struct job *j = job_new(kind, from->type, items, count);

	j->not_before = not_before;
	engine_add(g, j);
	return j;
}

/* Looking for records in HubSpot. After a refusal the request is over, and the read needs no wait; the search index
 * does. */
static void
look(struct engine *g, const struct job *from, const struct pile *pile, enum job_then then, int64_t not_before)
{
	bool unique = g->push->unique[from->type];
	struct job *j;

	if (pile->count == 0)
		return;
	if (!unique && not_before < clock_ticks() + SEARCH_UNITS * g->push->unit_ms * MS)
		not_before = clock_ticks() + SEARCH_UNITS * g->push->unit_ms * MS;
	j = follow(g, unique ? JOB_READ : JOB_SEARCH, from, pile->items, pile->count, not_before);
	j->then = then;
	j->refused = from->count;
	for (int i = 0; i < j->count; i++)
		j->items[i].misses = 0;
}

/* Several failures in a row, and we hold back; failures of requests that left before we did are the same trouble. */
static void
note_trouble(struct engine *g, const struct http_answer *a, bool trouble, const char *why)
{
	int64_t now = clock_ticks();

	if (!trouble) {
		g->troubles = 0;
		g->probing = false;
		return;
	}
	if (a->began < g->trouble_since)
		return;
	g->troubles++;
	if (g->troubles < TROUBLES_MAX)
		return;
	g->probing = true;
	g->trouble_since = now;
	limiter_pause(&g->push->pace, now + TROUBLE_UNITS * g->push->unit_ms * MS);
	if (g->troubles == TROUBLES_MAX)
		push_say(g->push, "HubSpot is in trouble (%s): waiting", why);
	if (g->troubles >= TROUBLES_MAX + PROBES_MAX)
		engine_stop(g, ERR_REMOTE, "HubSpot does not answer properly: %s", why);
}

static bool
note_end(struct engine *g, const struct job *j, const struct http_answer *a, const char *why, struct err *e)
{
	static const char *const ends[] = {
		[HTTP_ANSWERED] = "answered", [HTTP_NOT_SENT] = "not sent", [HTTP_UNKNOWN] = "unknown"};
	struct store_answer answer = {.ended = ends[a->end],
		.status = a->status,
		.correlation = a->correlation,
		.message = why,
		.latency_us = (a->ended - a->began) / 1000,
		.began_us = a->left ? (a->began - g->push->began) / 1000 : -1};

	return store_request_end(g->push->store, j->request_id, &answer, e);
}

/* All of a job's records go back to planned. */
static bool
plan_all(struct engine *g, struct job *j, bool looking, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < j->count && ok && (j->kind == JOB_CREATE || j->kind == JOB_UPDATE); i++)
		ok = store_planned(g->push->store, &j->items[i], looking, e);
	return ok;
}

static bool
doubt_all(struct engine *g, struct job *j, const char *why, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < j->count && ok && (j->kind == JOB_CREATE || j->kind == JOB_UPDATE); i++)
		ok = store_unknown(g->push->store, j->items[i].id, why, e);
	return ok;
}

/* The same job again, unless it was tried too often: then its records wait for the next run. */
static bool
again(struct engine *g, struct job *j, int64_t not_before)
{
	int tries = 0;

	for (int i = 0; i < j->count; i++)
		tries = j->items[i].tries > tries ? j->items[i].tries : tries;
	j->attempts++;
	if (tries >= TRIES_MAX || (!job_writes(j->kind) && j->attempts >= ATTEMPTS_MAX)) {
		g->given_up += j->count;
		job_free(j);
		return true;
	}
	j->not_before = not_before;
	engine_add(g, j);
	return true;
}

static bool
reject(struct engine *g, const struct item *item, struct err *e)
{
	g->rejected++;
	return store_rejected(g->push->store, item, clock_now(), e);
}

/* Was the record made by us? It was when HubSpot made it after we first sent it, by HubSpot's own clock. */
static bool
is_ours(const struct engine *g, const struct item *item)
{
	struct clock_time made;

	if (item->first_sent == 0 || clock_parse(item->made, strlen(item->made), &made) != CLOCK_GOOD)
		return false;
	return made.seconds >= item->first_sent + g->push->skew - CLOCK_TOLERANCE;
}

static bool
found(struct engine *g, const struct job *j, const struct item *item, struct err *e)
{
	bool ours = j->kind == JOB_CREATE || is_ours(g, item);

	g->created += ours;
	g->adopted += !ours;
	return store_created(g->push->store, item, ours, clock_now(), e);
}

/* An answer to create: every record for itself. */
static bool
settle_create(struct engine *g, struct job *j, struct err *e)
{
	struct pile unknown = {0}, conflicts = {0};
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		struct item *item = &j->items[i];

		switch (item->fate) {
		case FATE_FOUND:
			ok = found(g, j, item, e);
			break;
		case FATE_REFUSED:
			ok = reject(g, item, e);
			break;
		case FATE_CONFLICT:
			ok = store_planned(g->push->store, item, true, e);
			pile_add(&conflicts, item, j->count);
			break;
		default:
			ok = store_unknown(
				g->push->store, item->id, "HubSpot's answer does not say what became of it", e);
			pile_add(&unknown, item, j->count);
		}
	}
	look(g, j, &conflicts, THEN_REJECT, 0);
	look(g, j, &unknown, THEN_AGAIN, j->sent + g->push->settle_ms * MS);
	free(unknown.items);
	free(conflicts.items);
	job_free(j);
	return ok;
}

static bool
settle_update(struct engine *g, struct job *j, struct err *e)
{
	struct pile unknown = {0};
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		struct item *item = &j->items[i];

		if (item->fate == FATE_FOUND) {
			g->updated++;
			ok = store_updated(g->push->store, item, clock_now(), e);
		} else if (item->fate == FATE_REFUSED || item->fate == FATE_CONFLICT) {
			ok = reject(g, item, e);
		} else {
			ok = store_unknown(
				g->push->store, item->id, "HubSpot's answer does not say what became of it", e);
			pile_add(&unknown, item, j->count);
		}
	}
	if (ok && unknown.count > 0) {
		struct job *next = job_new(JOB_UPDATE, j->type, unknown.items, unknown.count);

		again(g, next, j->sent + g->push->settle_ms * MS);
	}
	free(unknown.items);
	job_free(j);
	return ok;
}

/* What was looked for and is not there: it is sent again, or it is refused. */
static bool
settle_absent(struct engine *g, const struct job *j, struct pile *absent, struct err *e)
{
	bool ok = true, refused = j->then == THEN_REJECT || (j->then == THEN_SPLIT && j->refused == 1);
	int half = j->then == THEN_SPLIT && absent->count > 1 ? absent->count / 2 : 0;

	for (int i = 0; i < absent->count && ok; i++)
		ok = refused ? reject(g, &absent->items[i], e)
			     : store_planned(g->push->store, &absent->items[i], j->then == THEN_SPLIT, e);
	if (!ok || refused || absent->count == 0 || (g->work & WORK_SEND) == 0)
		return ok;
	if (half > 0)
		again(g, job_new(JOB_CREATE, j->type, absent->items, half), 0);
	return again(g, job_new(JOB_CREATE, j->type, absent->items + half, absent->count - half), 0);
}

/* An answer to a look. One miss is enough where the answer itself names the record as missing; else it is asked
 * twice, a search after a pause. */
static bool
settle_look(struct engine *g, struct job *j, struct err *e)
{
	struct pile absent = {0}, unsure = {0};
	struct job *next;
	bool ok = true;

	for (int i = 0; i < j->count && ok; i++) {
		struct item *item = &j->items[i];

		if (item->fate == FATE_FOUND)
			ok = found(g, j, item, e);
		else if (item->fate == FATE_REFUSED || ++item->misses >= 2)
			pile_add(&absent, item, j->count);
		else
			pile_add(&unsure, item, j->count);
	}
	ok = ok && settle_absent(g, j, &absent, e);
	if (ok && unsure.count > 0) {
		int64_t pause = (j->kind == JOB_SEARCH ? SEARCH_UNITS : 1) * g->push->unit_ms * MS;

		next = follow(g, j->kind, j, unsure.items, unsure.count, clock_ticks() + pause);
		next->then = j->then;
		next->refused = j->refused;
	}
	free(absent.items);
	free(unsure.items);
	job_free(j);
	return ok;
}

/* A batch was refused as a whole. */
static bool
settle_refusal(struct engine *g, struct job *j, const struct http_answer *a, const char *why, struct err *e)
{
	json_t *root = a->body.size == 0 ? NULL : json_loadb(a->body.bytes, a->body.size, 0, NULL);
	struct pile all = {.items = j->items, .count = j->count};
	int half = j->count / 2;
	bool ok = true;

	for (int i = 0; i < j->count; i++) {
		words_error_code(root, j->items[i].code, sizeof j->items[i].code);
		snprintf(j->items[i].message, sizeof j->items[i].message, "%s", why);
	}
	json_decref(root);
	if (j->kind == JOB_CREATE) {
		ok = plan_all(g, j, true, e);
		look(g, j, &all, THEN_SPLIT, 0);
	} else if (j->count == 1) {
		ok = reject(g, j->items, e);
	} else {
		ok = plan_all(g, j, false, e);
		again(g, job_new(j->kind, j->type, j->items, half), 0);
		again(g, job_new(j->kind, j->type, j->items + half, j->count - half), 0);
	}
	job_free(j);
	return ok;
}

/* It is unknown what became of a request. */
static bool
settle_unknown(struct engine *g, struct job *j, const char *why, struct err *e)
{
	int64_t due = j->sent + g->push->settle_ms * MS;
	struct pile all = {.items = j->items, .count = j->count};
	bool ok = doubt_all(g, j, why, e);

	if (j->kind != JOB_CREATE)
		return ok && again(g, j, due);
	look(g, j, &all, THEN_AGAIN, due);
	job_free(j);
	return ok;
}

/* It did nothing, probably: after the wait we look, unless sending it twice does no harm. */
static bool
settle_later(struct engine *g, struct job *j, int64_t due, struct err *e)
{
	struct pile all = {.items = j->items, .count = j->count};
	bool ok = plan_all(g, j, j->kind == JOB_CREATE, e);

	if (j->kind != JOB_CREATE)
		return ok && again(g, j, due);
	look(g, j, &all, THEN_AGAIN, due);
	job_free(j);
	return ok;
}

static bool
settle_stop(struct engine *g, struct job *j, const struct verdict *v, struct err *e)
{
	bool ok = plan_all(g, j, true, e);

	engine_stop(g, ERR_REMOTE, "%s", v->why);
	job_free(j);
	return ok;
}

/* Associations that cannot be read back are so said: it is no failure of what was sent. */
static bool
settle_unread(struct engine *g, struct job *j, int status, const char *why)
{
	if (status == 404 && !g->push->links_v4) {
		g->push->links_v4 = true;
		return again(g, j, 0);
	}
	if (g->links_unread == 0)
		push_say(g->push, "associations cannot be read back: %s", why);
	g->links_unread += j->count;
	job_free(j);
	return true;
}

/* A question that HubSpot refuses: the read by key, where the key is not unique after all, becomes a search. */
static bool
settle_failure(struct engine *g, struct job *j, int status, const char *why)
{
	if (j->kind == JOB_LINKS)
		return settle_unread(g, j, status, why);
	if (j->kind == JOB_READ && g->push->unique[j->type]) {
		g->push->unique[j->type] = false;
		push_say(g->push, "%s cannot be read by the key: searching instead", activity_names[j->type]);
	}
	if (j->kind == JOB_READ) {
		j->kind = JOB_SEARCH;
		return again(g, j, clock_ticks() + SEARCH_UNITS * g->push->unit_ms * MS);
	}
	push_say(g->push, "%s of %s is refused: %s", job_names[j->kind], activity_names[j->type], why);
	g->given_up += j->count;
	job_free(j);
	return true;
}

static bool
settle_match(struct engine *g, struct job *j, const struct http_answer *a, struct err *e)
{
	if (j->kind == JOB_CREATE)
		return settle_create(g, j, e);
	if (j->kind == JOB_UPDATE)
		return settle_update(g, j, e);
	(void)a;
	return settle_look(g, j, e);
}

static bool
is_undo(const struct job *j)
{
	return j->kind == JOB_COMPARE || j->kind == JOB_ARCHIVE;
}

static bool
is_links(const struct job *j)
{
	return j->kind == JOB_ASSOCIATE || j->kind == JOB_LINKS;
}

bool
settle_job(struct engine *g, struct job *j, const struct http_answer *a, struct err *e)
{
	struct verdict v;
	int64_t due;

	policy_decide(j->kind, a, j->attempts + 1, &v);
	if (v.action == ACTION_MATCH && !is_links(j) && j->kind != JOB_ARCHIVE &&
		!match_answer(j, g->push->key_property, &a->body)) {
		v.action = job_writes(j->kind) ? ACTION_UNKNOWN : ACTION_AGAIN;
		v.trouble = true;
		snprintf(v.why, sizeof v.why, "%d: an answer that is not HubSpot's JSON", a->status);
	}
	note_trouble(g, a, v.trouble, v.why);
	if (!note_end(g, j, a, v.why, e)) {
		job_free(j);
		return false;
	}
	due = clock_ticks() + (v.wait_ms > 0 ? v.wait_ms * MS : v.trouble ? engine_backoff(g, j->attempts + 1) : 0);
	if (v.everybody) {
		limiter_pause(&g->push->pace, due);
		g->limited++;
	}
	switch (v.action) {
	case ACTION_MATCH:
		return is_links(j)  ? settle_links(g, j, a, e)
		       : is_undo(j) ? settle_undo(g, j, a, e)
				    : settle_match(g, j, a, e);
	case ACTION_AGAIN:
		return plan_all(g, j, false, e) && again(g, j, due);
	case ACTION_LOOK_AGAIN:
		return settle_later(g, j, due, e);
	case ACTION_LOOK_SPLIT:
		return is_links(j)  ? settle_links(g, j, a, e)
		       : is_undo(j) ? settle_undo(g, j, a, e)
				    : settle_refusal(g, j, a, v.why, e);
	case ACTION_UNKNOWN:
		return settle_unknown(g, j, v.why, e);
	case ACTION_STOP:
		return settle_stop(g, j, &v, e);
	default:
		return settle_failure(g, j, a->status, v.why);
	}
}
