#include "cli/command.h"

#include "cli/delegate.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "cli/progress.h"
#include "cli/words.h"
#include "core/mem.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
	bool json, quiet, verbose, help, version;
	int progress;
} common;

const struct option command_common_options[] = {
	{.name = "json", .flag = &common.json, .summary = "print one JSON document on stdout"},
	{.name = "quiet", .letter = 'q', .flag = &common.quiet, .summary = "say nothing but errors"},
	{.name = "verbose", .letter = 'v', .flag = &common.verbose, .summary = "say more"},
	{.name = "progress",
		.choice = &common.progress,
		.choices = progress_modes,
		.summary = "show rows, MB/s and time left; auto: on a terminal only"},
	{.name = "help", .letter = 'h', .flag = &common.help, .summary = "explain, and do nothing"},
	{.name = "version", .flag = &common.version, .summary = "print the version, and do nothing"}, {0}};

static const struct option no_options[] = {{0}};

/* What a command line turned out to be. */
struct line {
	const struct program *program;
	const struct command *command; /* NULL: none, or "help" */
	char **args;		       /* without the program's name and the command word */
	int count;
};

const struct command *
command_find(const struct program *program, const char *name)
{
	for (const struct command *c = program->commands; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static const struct option *
some(const struct option *table)
{
	return table != NULL ? table : no_options;
}

/* The tables of the program and, when `command` is NULL, of all its commands; free() the array. */
static const struct option **
tables_of(const struct program *program, const struct command *command)
{
	size_t count = 0, rows = 0;
	const struct option **tables;

	while (program->commands[rows].name != NULL)
		rows++;
	tables = mem_new((rows + 3) * sizeof *tables);
	tables[count++] = command_common_options;
	tables[count++] = some(program->options);
	if (command != NULL)
		tables[count++] = some(command->options);
	else
		for (size_t i = 0; i < rows; i++)
			tables[count++] = some(program->commands[i].options);
	return tables;
}

static bool
no_command(const struct program *program, const char *word, struct err *e)
{
	struct nearest n = {.word = word};

	for (const struct command *c = program->commands; c->name != NULL; c++)
		nearest_offer(&n, c->name);
	if (n.best == NULL)
		return err_set(e, ERR_USAGE, "'%s' is no command", word);
	return err_set(e, ERR_USAGE, "'%s' is no command; did you mean %s?", word, n.best);
}

static void
take_out(struct line *line, int index)
{
	memmove(line->args + index, line->args + index + 1, (size_t)(line->count - index) * sizeof *line->args);
	line->count--;
}

/* Finds the command word among the options and takes it out. "help" is a command that no table has. */
static bool
find_command(struct line *line, bool *help, struct err *e)
{
	const struct option **tables = tables_of(line->program, NULL);
	int index = -1;
	bool ok = option_first_operand(tables, line->args, line->count, &index, e);
	const char *word;

	free(tables);
	if (!ok)
		return *help;
	if (index < 0)
		return *help || err_set(e, ERR_USAGE, "no command given");
	word = line->args[index];
	line->command = command_find(line->program, word);
	take_out(line, index);
	if (line->command != NULL)
		return true;
	if (*help || strcmp(word, "help") != 0)
		return no_command(line->program, word, e);
	*help = true;
	return find_command(line, help, e);
}

static void
say_where_help_is(const struct line *line)
{
	if (line->command != NULL)
		words_note("see '%s help %s'", line->program->name, line->command->name);
	else
		words_note("see '%s help'", line->program->name);
}

static bool
check_operands(const struct command *c, char *const *operands, int count, struct err *e)
{
	if (count < c->least && count == 0)
		return err_set(e, ERR_USAGE, "needs %s", c->operands);
	if (count < c->least)
		return err_set(e, ERR_USAGE, "needs %s, and %d of %d %s given", c->operands, count, c->least,
			count == 1 ? "is" : "are");
	if (c->most >= 0 && count > c->most)
		return err_set(e, ERR_USAGE, "'%s' is one operand too many", operands[c->most]);
	return true;
}

/* Into `in`, and into the variables of the option tables. */
static bool
parse(struct line *line, struct invocation *in, struct err *e)
{
	const struct option **tables = tables_of(line->program, line->command);
	bool ok = option_parse(tables, line->args, &line->count, e) &&
		  check_operands(line->command, line->args, line->count, e);

	free(tables);
	*in = (struct invocation){.program = line->program,
		.command = line->command,
		.operands = line->args,
		.operand_count = line->count,
		.json = common.json,
		.quiet = common.quiet,
		.verbose = common.verbose,
		.progress = common.progress};
	if (ok && in->quiet && in->verbose)
		return err_set(e, ERR_USAGE, "--quiet and --verbose contradict each other");
	return ok;
}

static int
finish(bool ok, int status, struct err *e)
{
	struct err late;

	if (!ok)
		words_error(e);
	err_clear(&late);
	if (!words_finish(&late)) {
		words_error(&late);
		return ok ? (int)late.kind : (int)e->kind;
	}
	return ok ? status : e->kind == ERR_NONE ? ERR_FAULT : (int)e->kind;
}

static int
run(struct line *line)
{
	struct invocation in;
	struct err e;
	bool ok;

	err_clear(&e);
	words_command(line->command->name);
	if (!parse(line, &in, &e)) {
		words_error(&e);
		say_where_help_is(line);
		return ERR_USAGE;
	}
	words_set_level(in.quiet ? WORDS_QUIET : in.verbose ? WORDS_VERBOSE : WORDS_NORMAL);
	ok = line->program->run != NULL ? line->program->run(&in, &e) : line->command->run(NULL, &in, &e);
	return finish(ok, (int)in.status, &e);
}

/* The other program takes the line from here, --help and all. */
static int
hand_over(const struct line *line, bool help_word)
{
	struct err e;

	err_clear(&e);
	words_command(line->command->name);
	delegate_run(line->command->program, help_word ? "help" : NULL, line->args, line->count, &e);
	words_error(&e);
	return (int)e.kind;
}

/* For jansson: without memory it would leave something out of a document and say nothing. */
static void *
need(size_t size)
{
	return mem_grow(NULL, size);
}

int
command_main(const struct program *program, int argc, char **argv)
{
	int count = argc > 0 ? argc - 1 : 0;
	struct line line = {.program = program, .args = argv + 1, .count = count};
	bool asked = option_stands(line.args, count, "help", 'h'), help = asked;
	struct err e;

	words_start(program->name);
	json_set_alloc_funcs(need, free);
	err_clear(&e);
	if (option_stands(line.args, count, "version", '\0')) {
		printf("%s %s\n", program->name, program->version);
		return finish(true, STATUS_DONE, &e);
	}
	if (!find_command(&line, &help, &e)) {
		words_error(&e);
		say_where_help_is(&line);
		return (int)e.kind;
	}
	if (line.command != NULL && line.command->program != NULL)
		return hand_over(&line, help && !asked);
	if (!help)
		return run(&line);
	if (line.command != NULL)
		help_command(program, line.command, stdout);
	else
		help_program(program, stdout);
	return finish(true, STATUS_DONE, &e);
}
