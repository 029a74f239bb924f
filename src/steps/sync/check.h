/* check: what is on the server, what the role may do, and what deploy would do. Changes nothing. */
#ifndef SYNC_CHECK_H
#define SYNC_CHECK_H

#include "steps/sync/deploy.h"

/* *answer: that of step_deploy() with dry_run, and {"can": {"connect", "create_schema", "create", "temporary",
 * "write", "pull", "push": bool}, "rows": {table: n}}. Where deploy cannot even be tried, its objects are those
 * that are missing by name. */
bool step_check(struct sync *s, const struct deploy_options *options, json_t **answer, struct err *e);

#endif
