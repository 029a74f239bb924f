/* What hubstage opens for its commands, and the options that say how. */
#ifndef CLI_CONTEXT_H
#define CLI_CONTEXT_H

#include "cli/command.h"
#include "steps/stage/stage.h"
#include "steps/stage/run/workspace.h"

struct progress;

struct context {
	struct workspace *workspace; /* NULL: the command needs none */
	struct stage stage;	     /* its db is open as the command needs it */
	struct ruleset *rules;	     /* owned; stage.rules */
	struct progress *progress;
};

/* --out, --as-of, --rules, --timezone: what every command of hubstage takes. */
extern const struct option context_options[];

/* --encoding and so on: how to read the communications files. */
extern const struct option context_reading_options[];

/* --contacts and so on, with the above: what commands that read files take. */
extern const struct option context_input_options[];

/* program.run: opens what in->command->needs, calls it and closes. */
bool context_run(struct invocation *in, struct err *e);

/* For commands that begin anew (run, init): rules, settings and facts from the command line. */
bool context_new_facts(struct context *c, struct invocation *in, struct err *e);

/* Whether the command line says anything of how to read the communications files. */
bool context_told_reading(const struct context *c);

/* The files of the command line, and how to read them. */
bool context_take_inputs(struct context *c, const struct invocation *in, struct err *e);

#endif
