/* push: a bundle into HubSpot. reconcile: what an earlier push left in doubt. */
#include "steps/push/steps.h"

#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SQL "src/steps/push/sql/"

bool
push_open_parcel(struct push *p, struct err *e)
{
	char *dir = p->options->bundle != NULL ? mem_text(p->options->bundle) : file_join(p->options->out, "bundle");
	const char *key;
	size_t size;

	p->parcel = parcel_open(dir, e);
	free(dir);
	if (p->parcel == NULL)
		return false;
	key = parcel_text(p->parcel, "key_property");
	size = strlen(key);
	if (size >= sizeof p->key_property || strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_") != size)
		return err_set(e, ERR_REFUSED, "bundle.json: the key property is no name of a property");
	memcpy(p->key_property, key, size + 1);
	return true;
}

/* How each type of the bundle can be looked for; a type without the key is not pushed. */
static bool
find_keys(struct push *p, const bool *needed, struct err *e)
{
	for (int t = 0; t < ACTIVITIES; t++) {
		enum portal_key key;

		if (!needed[t])
			continue;
		if (!portal_find_key(p, (enum activity)t, &key, e))
			return false;
		if (key == KEY_ABSENT)
			return err_set(e, ERR_REFUSED,
				"%s has no property %s in this portal: hubstage-push check --create-key makes it",
				activity_names[t], p->key_property);
		if (key == KEY_PLAIN)
			push_say(p, "%s: %s is not unique there; unknown outcomes are settled by search, which is slow",
				activity_names[t], p->key_property);
		p->unique[t] = key == KEY_UNIQUE;
	}
	return true;
}

static bool
run_one(struct push *p, const char *name, int64_t a, int64_t b, int64_t *changes, struct err *e)
{
	char *path = mem_format(SQL "%s.sql", name);
	struct query q = {0};
	bool ok = sql_query(&q, p->journal->db, path, e);

	if (ok) {
		int given = sqlite3_bind_parameter_count(q.stmt);

		if (given > 0)
			query_bind_int(&q, 1, a);
		if (given > 1)
			query_bind_int(&q, 2, b);
		ok = query_run(&q, e);
	}
	if (ok && changes != NULL)
		*changes = sqlite3_changes(p->journal->db->handle);
	query_close(&q);
	free(path);
	return ok;
}

/* A test push: only some of the planned records. */
static bool
choose(struct push *p, int64_t *chosen, struct err *e)
{
	const struct push_options *o = p->options;
	bool ok = true;

	*chosen = -1;
	if (o->canary > 0) {
		ok = run_one(p, "choose_canary", p->bundle_id, o->canary, chosen, e);
		if (ok && o->limit > 0 && *chosen > o->limit) {
			ok = run_one(p, "trim_chosen", o->limit, 0, NULL, e);
			*chosen = o->limit;
		}
	} else if (o->limit > 0) {
		ok = run_one(p, "choose_limit", p->bundle_id, o->limit, chosen, e);
	}
	return ok;
}

static bool
begin_run(struct push *p, const char *command, bool test, struct err *e)
{
	struct query q = {0};
	char now[CLOCK_TEXT_MAX];
	bool ok = sql_query(&q, p->journal->db, SQL "add_run.sql", e);

	clock_write(now, clock_now(), 0);
	if (ok) {
		query_bind_text(&q, 1, command);
		query_bind_text(&q, 2, test ? "test" : "full");
		if (p->bundle_id != 0)
			query_bind_int(&q, 3, p->bundle_id);
		else
			query_bind_null(&q, 3);
		query_bind_int(&q, 4, p->options->rate);
		query_bind_text(&q, 5, now);
		ok = query_next(&q, e) == QUERY_ROW;
		p->run_id = ok ? query_int(&q, 0) : 0;
		query_reset(&q);
	}
	query_close(&q);
	return ok;
}

bool
push_begin_run(struct push *p, const char *command, bool test, struct err *e)
{
	return db_begin(p->journal->db, e) && begin_run(p, command, test, e) && db_commit(p->journal->db, e);
}

bool
push_end_run(struct push *p, int status, const char *message, struct err *e)
{
	struct query q = {0};
	char now[CLOCK_TEXT_MAX];
	bool ok = sql_query(&q, p->journal->db, SQL "end_run.sql", e) && db_begin(p->journal->db, e);

	clock_write(now, clock_now(), 0);
	if (ok) {
		query_bind_int(&q, 1, p->run_id);
		query_bind_text(&q, 2, now);
		query_bind_int(&q, 3, status);
		query_bind_text(&q, 4, message[0] == '\0' ? NULL : message);
		ok = query_run(&q, e) && db_commit(p->journal->db, e);
	}
	query_close(&q);
	return ok;
}

/* Everything that is in the journal before the first request of the run. */
static bool
take_in(struct push *p, struct send_result *r, struct err *e)
{
	const struct push_options *o = p->options;
	struct db *db = p->journal->db;
	bool ok = db_begin(db, e) && run_one(p, "doubt_sending", 0, 0, NULL, e) && intake_bundle(p, &r->intake, e);

	if (ok && o->retry_rejected)
		ok = run_one(p, "retry_rejected", p->bundle_id, 0, NULL, e);
	ok = ok && choose(p, &r->chosen, e) && begin_run(p, "push", o->limit > 0 || o->canary > 0 || !o->all_types, e);
	if (!ok)
		db_rollback(db);
	else if (o->dry_run)
		ok = tally_read(db, p->bundle_id, &r->tallies, e);
	else
		ok = db_commit(db, e);
	if (o->dry_run)
		db_rollback(db);
	return ok;
}

static void
types_of(const struct push *p, bool *needed)
{
	for (int t = 0; t < ACTIVITIES; t++)
		for (int u = 0; u < 2; u++)
			needed[t] =
				needed[t] ||
				json_integer_value(json_object_get(
					json_object_get(json_object_get(p->parcel->json, "counts"), activity_names[t]),
					u == 0 ? "new" : "changed")) > 0;
}

static bool
types_in_doubt(struct push *p, bool *needed, struct err *e)
{
	struct tallies t;

	if (!tally_read(p->journal->db, 0, &t, e))
		return false;
	for (int i = 0; i < ACTIVITIES; i++)
		needed[i] = needed[i] || t.types[i].unknown > 0;
	return true;
}

static bool
work(struct push *p, unsigned what, bool chosen, struct send_result *r, struct err *e)
{
	int64_t began = clock_ticks();
	bool ok;

	p->began = began;
	ok = engine_run(&r->engine, p, what, chosen, e) && tally_read(p->journal->db, p->bundle_id, &r->tallies, e);
	r->calls = p->calls;
	r->seconds = (double)(clock_ticks() - began) / 1e9;
	return ok;
}

/* The exit status that a run's end deserves; the first that applies from the bottom of the table up. */
int
send_status(const struct send_result *r)
{
	const struct tally *t = &r->tallies.all;

	if (r->engine.stop >= ERR_INTERRUPTED)
		return (int)r->engine.stop;
	if (t->unknown > 0)
		return ERR_UNKNOWN;
	if (r->engine.stop != ERR_NONE || r->engine.given_up > 0)
		return ERR_REMOTE;
	if (t->rejected > 0 || t->links_missing > 0 || r->intake.all.by[DECIDE_TYPE] > 0 ||
		r->intake.all.by[DECIDE_IDENTITY] > 0)
		return 3;
	return 0;
}

/* A line whose earlier outcome was unknown when the bundle was taken in has its turn now. */
static bool
second_round(struct push *p, unsigned what, struct send_result *r, struct err *e)
{
	struct engine first = r->engine;
	struct intake again;
	struct db *db = p->journal->db;

	if (first.stop != ERR_NONE || r->intake.all.by[DECIDE_WAIT] == 0 || r->chosen >= 0)
		return true;
	if (!db_begin(db, e) || !intake_bundle(p, &again, e) || !db_commit(db, e))
		return false;
	if (again.all.by[DECIDE_CREATE] + again.all.by[DECIDE_UPDATE] + again.all.by[DECIDE_PLANNED] == 0)
		return true;
	if (!work(p, what, false, r, e))
		return false;
	r->engine.created += first.created;
	r->engine.updated += first.updated;
	r->engine.adopted += first.adopted;
	r->engine.rejected += first.rejected;
	return true;
}

bool
step_push(struct push *p, struct send_result *r, struct err *e)
{
	const struct push_options *o = p->options;
	unsigned what = WORK_SETTLE | WORK_SEND | WORK_LINK | (o->no_read_back ? 0 : WORK_LOOK);
	bool needed[ACTIVITIES] = {false};

	*r = (struct send_result){.chosen = -1};
	if (o->portal == 0 && !o->dry_run)
		return err_set(e, ERR_USAGE, "--portal ID is needed: the portal that you mean to write to");
	if (!push_open_parcel(p, e) || !push_open_journal(p, true, e) || !push_connect(p, e) ||
		!portal_guard(p, &r->portal, e))
		return false;
	types_of(p, needed);
	if (!types_in_doubt(p, needed, e) || !find_keys(p, needed, e))
		return false;
	p->store = store_open(p->journal->db, e);
	if (p->store == NULL || !take_in(p, r, e))
		return false;
	if (o->dry_run)
		return true;
	return work(p, what, r->chosen >= 0, r, e) && second_round(p, what, r, e) &&
	       push_end_run(p, send_status(r), r->engine.why, e);
}

bool
push_take_key(struct push *p, struct err *e)
{
	struct query q = {0};
	bool ok = sql_query(&q, p->journal->db, SQL "get_journal.sql", e) && query_next(&q, e) == QUERY_ROW;
	const char *key = ok ? query_text(&q, 1) : NULL;

	if (ok && key == NULL)
		ok = err_set(e, ERR_REFUSED, "nothing was pushed with this journal yet");
	else if (ok)
		memcpy(p->key_property, key, strlen(key) + 1);
	query_close(&q);
	return ok;
}

static bool
has_bundle(const struct push *p)
{
	char *dir = p->options->bundle != NULL ? mem_text(p->options->bundle) : file_join(p->options->out, "bundle");
	bool there = access(dir, F_OK) == 0 || p->options->bundle != NULL;

	free(dir);
	return there;
}

bool
step_reconcile(struct push *p, struct send_result *r, struct err *e)
{
	bool needed[ACTIVITIES] = {false}, with_bundle = has_bundle(p), ok;
	struct db *db;

	*r = (struct send_result){.chosen = -1};
	/* Without the bundle what is unknown can be settled all the same; only associations need its lines. */
	if ((with_bundle && !push_open_parcel(p, e)) || !push_open_journal(p, true, e) || !push_take_key(p, e) ||
		!push_connect(p, e) || !portal_guard(p, &r->portal, e))
		return false;
	db = p->journal->db;
	ok = db_begin(db, e) && run_one(p, "doubt_sending", 0, 0, NULL, e) &&
	     (!with_bundle || intake_bundle(p, &r->intake, e)) && begin_run(p, "reconcile", false, e) &&
	     db_commit(db, e);
	if (!ok)
		return false;
	p->store = store_open(db, e);
	if (p->store == NULL || !types_in_doubt(p, needed, e) || !find_keys(p, needed, e))
		return false;
	return work(p, WORK_SETTLE | (with_bundle ? WORK_LOOK : 0), false, r, e) &&
	       push_end_run(p, send_status(r), r->engine.why, e);
}
