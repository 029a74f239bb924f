#include "steps/push/steps.h"

#include <stdio.h>

static bool
check_type(struct push *p, enum activity type, bool create_key, struct check_result *r, struct err *e)
{
	bool ok = portal_find_key(p, type, &r->keys[type], e);

	if (ok && r->keys[type] == KEY_ABSENT && create_key) {
		ok = portal_make_key(p, type, &r->keys[type], e);
		r->made[type] = ok && r->keys[type] != KEY_ABSENT;
	}
	if (ok)
		return true;
	if (e->kind != ERR_REMOTE)
		return false;
	snprintf(r->refused[type], sizeof r->refused[type], "%.255s", e->text);
	err_clear(e);
	return true;
}

bool
step_check(struct push *p, bool create_key, struct check_result *r, struct err *e)
{
	*r = (struct check_result){.good = true};
	if (!push_connect(p, e) || !portal_read(p, &r->portal, e))
		return false;
	if (p->options->portal != 0 && p->options->portal != r->portal.id)
		return err_set(e, ERR_REFUSED, "the token is for portal %lld, not for %lld", (long long)r->portal.id,
			(long long)p->options->portal);
	for (int t = 0; t < ACTIVITIES; t++) {
		if (!check_type(p, (enum activity)t, create_key, r, e))
			return false;
		r->lacks_key = r->lacks_key || (r->refused[t][0] == '\0' && r->keys[t] == KEY_ABSENT);
		r->good = r->good && r->refused[t][0] == '\0' && r->keys[t] != KEY_ABSENT;
	}
	return true;
}
