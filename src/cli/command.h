/* Commands as rows of a table. A program's main() is its table and one call of command_main().
 *
 *	static const struct command commands[] = {
 *		{.name = "load", .summary = "reads the communications CSV", .operands = "CSV...", .least = 1,
 *			.most = -1, .options = load_options, .needs = NEEDS_WRITE, .run = load_command},
 *		{.name = "push", .summary = "sends a bundle to HubSpot", .program = "hubstage-push"},
 *		{0}};
 *
 * Parsing, help, suggestions and the exit status come from the tables. A command has no opening code: `needs` says what
 * it wants to find open, and the program's run() opens it.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/option.h"
#include "core/err.h"

#include <stdbool.h>

/* What a program opens for its commands; each program defines its own. */
struct context;

/* What a command wants to find open. Without SHARED or EXCLUSIVE it does not touch the workspace. */
enum command_needs {
	NEEDS_SHARED = 1,    /* the workspace, others may read too */
	NEEDS_EXCLUSIVE = 2, /* the workspace, alone */
	NEEDS_READ = 4,	     /* its database, to read */
	NEEDS_WRITE = 8,     /* its database, to change */
	NEEDS_CREATE = 16    /* what is not there yet is made */
};

/* Success with a remark: an exit status that is no error. Of several the last row of help's table wins. */
enum command_status {
	STATUS_DONE = 0,
	STATUS_ROWS = 3,      /* some rows were rejected, held, in error or failed; they are listed */
	STATUS_CHECKPOINT = 4 /* a checkpoint is below its threshold */
};

/* One line as typed, parsed. Lives as long as argv. */
struct invocation {
	const struct program *program;
	const struct command *command;
	char *const *operands;
	int operand_count;

	/* Options that every command of every program takes. */
	bool json;  /* one documented JSON document on stdout */
	bool quiet; /* already given to words.h, as is verbose */
	bool verbose;
	int progress; /* enum progress_mode */

	enum command_status status; /* set by the command when run() is true */
};

struct command {
	const char *name;
	const char *group;	      /* heading in help, from this row on; NULL: as the row before */
	const char *summary;	      /* one line, begins with a verb: "reads the communications CSV" */
	const char *about;	      /* paragraphs for its own help, separated by \n\n; NULL: none */
	const char *operands;	      /* as in the usage line: "CSV..."; NULL: none */
	int least, most;	      /* how many; most -1: any */
	const struct option *options; /* its own; NULL: none */
	unsigned needs;		      /* enum command_needs */
	bool (*run)(struct context *, struct invocation *, struct err *);
	const char *program; /* instead of run: the program that is executed with the same arguments, as git does */
};

struct program {
	const char *name;
	const char *version;
	const char *summary;		/* one sentence */
	const char *notes;		/* end of its help: paragraphs separated by \n\n; NULL: none */
	const struct command *commands; /* ended by {0} */
	const struct option *options;	/* what all its commands take, beside the common ones; NULL: none */

	/* Opens what the command needs, calls in->command->run and closes. NULL: calls it with a NULL context. */
	bool (*run)(struct invocation *in, struct err *e);
};

/* Does what the command line says and returns the exit status. */
int command_main(const struct program *program, int argc, char **argv);

/* --json, -q, -v, --progress, --help, --version, for help. */
extern const struct option command_common_options[];

/* NULL when there is none of that name. */
const struct command *command_find(const struct program *program, const char *name);

#endif
