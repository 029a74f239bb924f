#include "steps/push/steps.h"

bool
step_rollback(struct push *p, void (*left)(void *, const struct item *, enum activity, const char *), void *context,
	struct rollback_result *r, struct err *e)
{
	*r = (struct rollback_result){0};
	if (p->options->portal == 0 && !p->options->dry_run)
		return err_set(e, ERR_USAGE, "--portal ID is needed: the portal that you mean to change");
	if (!push_open_journal(p, true, e) || !push_take_key(p, e) || !push_connect(p, e) ||
		!portal_guard(p, &r->portal, e))
		return false;
	p->store = store_open(p->journal->db, e);
	if (p->store == NULL || !push_begin_run(p, "rollback", false, e))
		return false;
	if (!engine_undo(&r->engine, p, left, context, e) || !tally_read(p->journal->db, 0, &r->tallies, e))
		return false;
	r->calls = p->calls;
	return push_end_run(p, 0, r->engine.why, e);
}
