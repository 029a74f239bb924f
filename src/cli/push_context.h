/* What the commands of hubstage-push share: their options, and the push they work on. */
#ifndef CLI_PUSH_CONTEXT_H
#define CLI_PUSH_CONTEXT_H

#include "cli/command.h"
#include "steps/push/steps.h"

#include <jansson.h>

struct context {
	struct push push;
	struct push_options options;
	struct progress *progress;
	struct invocation *in;
};

enum push_needs { NEEDS_TOKEN = 32, NEEDS_TOKEN_IF_ANY = 64 };

extern const struct option push_context_options[]; /* of every command */
extern const struct option push_bundle_options[];
extern const struct option push_send_options[]; /* with the bundle's */

/* Reads the token when the command needs it, opens nothing else. */
bool push_context_run(struct invocation *in, struct err *e);

/* Asks on a terminal, unless --yes or --dry-run was given. `must`: without a terminal --yes is needed. */
bool push_confirm(const struct context *c, const char *what, bool must, struct err *e);

/* A JSON document on stdout: {"document": name, "version": 1, ...}. Takes over `body`. */
void push_document(const char *name, json_t *body);

/* {"portal": ..., "calls": ...}: the members that several documents have. */
json_t *push_tally_json(const struct tally *t);
void push_tallies_print(const struct tallies *t);
json_t *push_tallies_json(const struct tallies *t);

/* The commands. */
bool push_check_command(struct context *c, struct invocation *in, struct err *e);
bool push_snapshot_command(struct context *c, struct invocation *in, struct err *e);
bool push_plan_command(struct context *c, struct invocation *in, struct err *e);
bool push_send_command(struct context *c, struct invocation *in, struct err *e);
bool push_reconcile_command(struct context *c, struct invocation *in, struct err *e);
bool push_status_command(struct context *c, struct invocation *in, struct err *e);
bool push_rollback_command(struct context *c, struct invocation *in, struct err *e);
bool push_report_command(struct context *c, struct invocation *in, struct err *e);

extern const struct option push_check_options[], push_snapshot_options[], push_rollback_options[],
	push_report_options[];

#endif
