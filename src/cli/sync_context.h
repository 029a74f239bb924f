/* What hubstage-sync opens for its commands, and the options that say how. */
#ifndef CLI_SYNC_CONTEXT_H
#define CLI_SYNC_CONTEXT_H

#include "cli/command.h"
#include "steps/sync/sync.h"

struct progress;

struct context {
	struct sync sync; /* connected */
	struct progress *progress;
};

/* --db, --schema, --lock-timeout: what every command takes. */
extern const struct option sync_context_options[];

/* program.run: connects, calls the command and closes. SIGINT and SIGTERM cancel what runs on the server. */
bool sync_context_run(struct invocation *in, struct err *e);

/* The commands: what the rows of the table call. */
bool sync_deploy_command(struct context *c, struct invocation *in, struct err *e);
bool sync_check_command(struct context *c, struct invocation *in, struct err *e);
bool sync_pull_command(struct context *c, struct invocation *in, struct err *e);
bool sync_push_command(struct context *c, struct invocation *in, struct err *e);

extern const struct option sync_deploy_options[];
extern const struct option sync_pull_options[];
extern const struct option sync_push_options[];

/* Prints {"document": NAME, "version": 1, ...} and takes over the reference. */
bool sync_answer_json(const char *name, json_t *answer, struct err *e);

#endif
