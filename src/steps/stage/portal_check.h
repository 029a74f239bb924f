/* What a portal would refuse, found offline: the lines that the bundle has or would have, held against portal.json,
 * which hubstage-push snapshot writes. The codes are HubSpot's own. */
#ifndef STAGE_PORTAL_CHECK_H
#define STAGE_PORTAL_CHECK_H

#include "steps/stage/stage.h"

/* NULL on failure: ERR_ENVIRONMENT when the file cannot be read, ERR_INPUT when it is no snapshot. Otherwise
 *
 *	{"file", "portal", "taken_at", "checked": lines, "refused": lines with a finding,
 *	 "findings": [{"activity", "code", "property", "value", "rows", "first": communication id}, ...]}
 *
 * One finding for each type, code, property and value, in the order they are met; the value only of properties with
 * options and of owners, otherwise null. */
json_t *portal_check(struct stage *stage, const char *file, struct err *e);

#endif
