#include "cli/help.h"

#include "cli/shown.h"
#include "core/buf.h"

#include <inttypes.h>
#include <string.h>

enum { WIDTH = 80, COLUMN = 26 };

/* What an exit status says; the first that applies, from the bottom up. */
static const struct {
	const char *status;
	const char *meaning;
} statuses[] = {
	{"0", "done; every row accounted for, none held or rejected"},
	{"1", "failed: a bug or an unexpected fault; the cause is printed"},
	{"2", "wrong usage or settings"},
	{"3", "done, and some rows were rejected, held, in error or failed; they are listed"},
	{"4", "done, and a checkpoint is below its threshold"},
	{"5", "input refused as a whole; nothing changed"},
	{"6", "environment: disk, permission, lock, not our database; nothing changed"},
	{"7", "remote refused or unreachable; running again later continues"},
	{"8", "some outcomes are unknown; hubstage-push reconcile settles them"},
	{"9", "refused for safety: checksum, portal or plan does not match"},
	{"130, 143", "interrupted; the state is consistent, the message says how to continue"},
};

/* Prints words from column `at` on, broken at `indent`; "\n\n" begins a paragraph. Ends with a newline. */
static void
wrap(FILE *to, size_t at, size_t indent, const char *text)
{
	const char *word = text;

	while (*word != '\0') {
		size_t size = strcspn(word, " \n");
		size_t gap = strspn(word + size, " \n");

		if (at > indent && at + size + (at > indent) > WIDTH) {
			fprintf(to, "\n%*s", (int)indent, "");
			at = indent;
		}
		at += (size_t)fprintf(to, "%s%.*s", at > indent ? " " : "", (int)size, word);
		if (strncmp(word + size, "\n\n", 2) == 0) {
			fprintf(to, "\n\n%*s", (int)indent, "");
			at = indent;
		}
		word += size + gap;
	}
	fputc('\n', to);
}

/* "  left        text", the text wrapped in its column; below the left side when that is long. */
static void
entry(FILE *to, const char *left, size_t column, const char *text)
{
	size_t size = strlen(left);

	if (2 + size + 2 > column)
		fprintf(to, "  %s\n%*s", left, (int)column, "");
	else
		fprintf(to, "  %-*s", (int)(column - 2), left);
	wrap(to, column, column, text);
}

static void
choices_text(const struct option *o, struct buf *b)
{
	for (int i = 0; o->choices[i] != NULL; i++)
		buf_format(b, "%s%s", i > 0 ? "|" : "", o->choices[i]);
}

static void
option_left(const struct option *o, struct buf *b)
{
	if (o->letter != '\0')
		buf_format(b, "-%c, ", o->letter);
	buf_format(b, "--%s", o->name);
	if (o->flag != NULL)
		return;
	buf_char(b, ' ');
	if (o->value == NULL && o->choice != NULL)
		choices_text(o, b);
	else
		buf_text(b, o->value != NULL ? o->value : "VALUE");
	if (o->list != NULL)
		buf_text(b, " ...");
}

static void
option_right(const struct option *o, struct buf *b)
{
	buf_text(b, o->summary);
	if (o->otherwise != NULL)
		buf_format(b, " (default: %s)", o->otherwise);
	else if (o->text != NULL && *o->text != NULL)
		buf_format(b, " (default: %s)", *o->text);
	else if (o->number != NULL)
		buf_format(b, " (default: %" PRId64 ")", *o->number);
	else if (o->choice != NULL && *o->choice >= 0)
		buf_format(b, " (default: %s)", o->choices[*o->choice]);
}

static void
options(FILE *to, const char *heading, const struct option *table)
{
	bool headed = false;

	for (const struct option *o = table; o->name != NULL || o->inherit != NULL; o++) {
		struct buf left = {0}, right = {0};

		if (o->name == NULL)
			continue;
		if (!headed)
			fprintf(to, "\n%s:\n", heading);
		headed = true;
		option_left(o, &left);
		option_right(o, &right);
		entry(to, left.bytes, COLUMN, right.bytes);
		buf_clear(&left);
		buf_clear(&right);
	}
	for (const struct option *o = table; o->name != NULL || o->inherit != NULL; o++)
		if (o->name == NULL)
			options(to, o->summary, o->inherit);
}

/* ", --out DIR" for every row. */
static void
option_names(const struct option *table, struct buf *b)
{
	for (const struct option *o = table; o->name != NULL || o->inherit != NULL; o++) {
		if (o->name == NULL)
			option_names(o->inherit, b);
		else
			buf_format(b, "%s--%s", b->size > 0 ? ", " : "", o->name);
	}
}

static size_t
longest_name(const struct program *program)
{
	size_t longest = strlen("help [COMMAND]");

	for (const struct command *c = program->commands; c->name != NULL; c++)
		longest = strlen(c->name) > longest ? strlen(c->name) : longest;
	return longest;
}

void
help_program(const struct program *program, FILE *to)
{
	size_t column = longest_name(program) + 4;

	wrap(to, 0, 0, program->summary);
	fprintf(to, "\nUsage: %s COMMAND [OPTION...] [OPERAND...]\n", program->name);
	for (const struct command *c = program->commands; c->name != NULL; c++) {
		if (c->group != NULL || c == program->commands)
			fprintf(to, "\n%s:\n", c->group != NULL ? c->group : "Commands");
		entry(to, c->name, column, c->summary);
	}
	fprintf(to, "\n");
	entry(to, "help [COMMAND]", column, "explains a command and its options");
	if (program->options != NULL)
		options(to, "Options of every command", program->options);
	options(to, program->options != NULL ? "Options for talking" : "Options of every command",
		command_common_options);
	fprintf(to, "\nExit status (the first that applies, from the bottom up):\n");
	for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
		entry(to, statuses[i].status, 12, statuses[i].meaning);
	if (program->notes != NULL) {
		fputc('\n', to);
		wrap(to, 0, 0, program->notes);
	}
}

void
help_command(const struct program *program, const struct command *command, FILE *to)
{
	struct buf names = {0};

	fprintf(to, "Usage: %s %s%s%s%s\n\n", program->name, command->name,
		command->options != NULL ? " [OPTION...]" : "", command->operands != NULL ? " " : "",
		command->operands != NULL ? command->operands : "");
	wrap(to, (size_t)fprintf(to, "%s %s", program->name, command->name), 0, command->summary);
	if (command->about != NULL) {
		fputc('\n', to);
		wrap(to, 0, 0, command->about);
	}
	if (command->options != NULL)
		options(to, "Options", command->options);
	if (program->options != NULL)
		option_names(program->options, &names);
	option_names(command_common_options, &names);
	fprintf(to, "\nOptions of every command, explained by '%s help':\n  ", program->name);
	wrap(to, 2, 2, names.bytes);
	buf_clear(&names);
}
