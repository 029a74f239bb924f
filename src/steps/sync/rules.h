/* A rule set on the server: its tables, the facts, and what is generated from them. */
#ifndef SYNC_RULES_H
#define SYNC_RULES_H

#include "rules/ruleset.h"
#include "steps/sync/sync.h"

/* Fills the rule tables and this_run from the set. `settings` is its settings.json, with what the command line says
 * instead. ERR_USAGE when the set is wrong, with file and line, or when it has a view of its own for
 * SQLite and none for PostgreSQL. */
bool rules_install(
	struct sync *s, const struct ruleset *rules, const json_t *settings, const char *as_of, struct err *e);

#endif
