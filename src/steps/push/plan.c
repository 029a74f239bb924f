#include "steps/push/steps.h"

#include "core/clock.h"

#include <stdlib.h>

/* One call a batch of each type and action. */
static int64_t
calls_of(const struct intake *in, int64_t batch)
{
	int64_t calls = 0;

	for (int t = 0; t < ACTIVITIES; t++) {
		const struct intake_count *n = &in->types[t];
		int64_t creates = n->by[DECIDE_CREATE] + n->by[DECIDE_PLANNED], updates = n->by[DECIDE_UPDATE];

		calls += (creates + batch - 1) / batch + (updates + batch - 1) / batch;
	}
	return calls;
}

/* The day's quota, where HubSpot tells it: legacy private apps only. */
static bool
read_quota(struct push *p, struct plan_result *r, struct err *e)
{
	char *path = push_path(p, "account-info", "api-usage/daily/private-apps");
	json_t *root;
	int status = 0;
	bool ok = push_ask(p, path, NULL, &status, &root, e);
	const json_t *first = json_array_get(json_object_get(root, "results"), 0);

	if (ok && status == 0 && json_is_integer(json_object_get(first, "usageLimit"))) {
		r->quota_limit = json_integer_value(json_object_get(first, "usageLimit"));
		r->quota_used = json_integer_value(json_object_get(first, "currentUsage"));
	}
	json_decref(root);
	free(path);
	return ok;
}

bool
step_plan(struct push *p, struct plan_result *r, struct err *e)
{
	struct db *db;
	bool ok;

	*r = (struct plan_result){.quota_limit = -1, .quota_used = -1};
	if (!push_open_parcel(p, e) || !push_open_journal(p, true, e))
		return false;
	db = p->journal->db;
	ok = db_begin(db, e) && tally_read(db, 0, &r->before, e) && intake_bundle(p, &r->intake, e) &&
	     tally_read(db, p->bundle_id, &r->after, e);
	db_rollback(db);
	if (!ok)
		return false;
	r->calls = calls_of(&r->intake, p->options->batch);
	r->seconds = (r->calls + p->options->rate - 1) / p->options->rate;
	return p->options->token == NULL || (push_connect(p, e) && read_quota(p, r, e));
}
