#include "steps/push/decide.h"

#include <string.h>

static bool
is(const struct known *k, const char *state)
{
	return strcmp(k->state, state) == 0;
}

enum decision
decide(const struct known *k, const struct offer *o)
{
	if (k->state == NULL)
		return o->hubspot_id != 0 ? DECIDE_UPDATE : DECIDE_CREATE;
	if (is(k, "unknown") || is(k, "sending"))
		return DECIDE_WAIT;
	if (k->hubspot_id == 0) {
		if (k->same_type && k->same_payload && is(k, "planned"))
			return DECIDE_PLANNED;
		if (k->same_type && k->same_payload && is(k, "rejected"))
			return DECIDE_NOTHING;
		/* Archived by a rollback, or never there: an id that the line names is an old one. */
		return o->hubspot_id != 0 && !is(k, "archived") ? DECIDE_UPDATE : DECIDE_CREATE;
	}
	if (!k->same_type)
		return DECIDE_TYPE;
	if (o->hubspot_id != 0 && o->hubspot_id != k->hubspot_id)
		return DECIDE_IDENTITY;
	if (k->same_payload)
		return is(k, "planned") ? DECIDE_PLANNED : DECIDE_NOTHING;
	return k->is_held && !is(k, "planned") && !is(k, "rejected") ? DECIDE_NOTHING : DECIDE_UPDATE;
}
