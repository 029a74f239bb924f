#include "cli/sync_context.h"

#include "cli/progress.h"
#include "cli/words.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static const char *db, *schema = "staging";
static int64_t lock_timeout = 10;

const struct option sync_context_options[] = {{.name = "db",
						      .value = "URI",
						      .text = &db,
						      .otherwise = "PG* variables, as psql",
						      .summary = "the server, as libpq takes it; without a password"},
	{.name = "schema", .value = "NAME", .text = &schema, .summary = "the schema on the server"},
	{.name = "lock-timeout",
		.value = "SECONDS",
		.number = &lock_timeout,
		.min = 1,
		.max = 86400,
		.summary = "how long another session's lock is waited for"},
	{0}};

static struct pg *running; /* for the signal handler */
static volatile sig_atomic_t caught;

static void
interrupt(int number)
{
	caught = number;
	if (running != NULL)
		pg_interrupt(running);
}

static void
listen_to_signals(void)
{
	struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

static void
warn(void *context, const char *text)
{
	(void)context;
	words_warning("%s", text);
}

static void
report(void *context, const char *what, uint64_t rows, uint64_t bytes, uint64_t total)
{
	struct context *c = context;

	progress_report(c->progress, what, rows, bytes, total);
}

bool
sync_context_run(struct invocation *in, struct err *e)
{
	struct context c = {.sync = {.schema = schema,
				    .version = in->program->version,
				    .lock_seconds = lock_timeout,
				    .progress = report,
				    .warning = warn,
				    .context = &c}};
	bool ok;

	if (schema[0] == '\0')
		return err_set(e, ERR_USAGE, "--schema: a schema has a name");
	c.progress = progress_open((enum progress_mode)in->progress, NULL);
	c.sync.pg = pg_open(db, in->program->name, e);
	ok = c.sync.pg != NULL;
	if (ok) {
		running = c.sync.pg;
		listen_to_signals();
		ok = in->command->run(&c, in, e);
		running = NULL;
	}
	progress_close(c.progress);
	pg_close(c.sync.pg);
	if (!ok && caught == SIGTERM && e->kind == ERR_INTERRUPTED)
		e->kind = (enum err_kind)(128 + SIGTERM);
	return ok;
}

bool
sync_answer_json(const char *name, json_t *answer, struct err *e)
{
	json_t *document = json_pack("{s:s, s:i}", "document", name, "version", 1);
	char *text;

	json_object_update(document, answer);
	text = json_dumps(document, JSON_INDENT(2));
	json_decref(answer);
	json_decref(document);
	if (text == NULL)
		return err_set(e, ERR_FAULT, "the answer cannot be put into JSON");
	puts(text);
	free(text);
	return true;
}
