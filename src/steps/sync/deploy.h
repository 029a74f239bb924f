/* deploy: the staging schema on a server: what is missing is made, what is there stays as it is, what differs is
 * told. */
#ifndef SYNC_DEPLOY_H
#define SYNC_DEPLOY_H

#include "rules/ruleset.h"
#include "steps/sync/sync.h"

struct deploy_options {
	const struct ruleset *rules; /* to be installed */
	const json_t *settings;	     /* of that set, with what the command line says instead */
	const char *as_of;	     /* YYYY-MM-DD HH:MM:SS on the source's clock */
	bool rules_asked;	     /* the user named the set: it replaces another one that is installed */
	bool as_of_asked;
	bool dry_run; /* everything, and a rollback */
};

/* *answer: {"server", "dry_run", "objects": [{"kind", "name", "state", "detail"}], "counts": {state: n}}; state is
 * created, there, replaced, differs, extra or missing (it could not be made). In one transaction. */
bool step_deploy(struct sync *s, const struct deploy_options *options, json_t **answer, struct err *e);

#endif
