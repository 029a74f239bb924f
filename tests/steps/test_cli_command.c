#include "cli/command.h"

#include "cli/help.h"
#include "capture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *out = "out";
static int64_t rate = 10;
static int order;
static const char *const orders[] = {"dmy", "mdy", "ymd", NULL};
static struct option_list extra;

static const struct option input_options[] = {
	{.name = "date-order", .choice = &order, .choices = orders, .summary = "how 03/04/2024 is meant"}, {0}};

static const struct option load_options[] = {
	{.name = "rate", .value = "N", .number = &rate, .min = 1, .max = 190, .summary = "rows at a time"},
	{.name = "already-pushed-records",
		.value = "F",
		.list = &extra,
		.otherwise = "none",
		.summary = "a CSV that says which records are in HubSpot already, so that nobody creates them twice"},
	{.inherit = input_options, .summary = "Input options"}, {0}};

static const struct option everywhere[] = {
	{.name = "out", .value = "DIR", .text = &out, .summary = "the workspace"}, {0}};

struct context {
	const char *opened;
};

static bool
load(struct context *c, struct invocation *in, struct err *e)
{
	(void)e;
	printf("%s out=%s rate=%d json=%d", c->opened, out, (int)rate, in->json);
	for (int i = 0; i < in->operand_count; i++)
		printf(" %s", in->operands[i]);
	printf("\n");
	in->status = STATUS_ROWS;
	return true;
}

static bool
refuse(struct context *c, struct invocation *in, struct err *e)
{
	(void)c, (void)in;
	return err_set(e, ERR_INPUT, "f.csv:1: the header lacks Comm_CommunicationId");
}

static bool
open_and_run(struct invocation *in, struct err *e)
{
	struct context context = {in->command->needs & NEEDS_WRITE ? "writing" : "closed"};

	return in->command->run(&context, in, e);
}

static const struct command commands[] = {
	{.name = "load",
		.group = "Steps",
		.summary = "reads the communications CSV into the master table, rejects what is wrong",
		.about = "One paragraph that is long enough to be broken somewhere near the right margin of the "
			 "page.\n\n"
			 "Another.",
		.operands = "CSV...",
		.least = 1,
		.most = 2,
		.options = load_options,
		.needs = NEEDS_EXCLUSIVE | NEEDS_WRITE,
		.run = load},
	{.name = "fail", .summary = "fails", .run = refuse},
	{.name = "push", .group = "Other programs", .summary = "sends a bundle", .program = "hubstage-is-not-there"},
	{.name = "echo", .summary = "prints what it gets", .program = "echo"}, {0}};

static const struct program program = {.name = "hubstage",
	.version = "1.2.3",
	.summary = "Turns a legacy CRM's communications export into HubSpot activities.",
	.commands = commands,
	.options = everywhere,
	.run = open_and_run};

static int
run_line(void *with)
{
	static char text[200];
	static char *args[20] = {"hubstage"};
	int count = 1;

	snprintf(text, sizeof text, "%s", (const char *)with);
	for (char *p = text; *p != '\0' && count < 19;) {
		args[count++] = p;
		p += strcspn(p, " ");
		if (*p != '\0')
			*p++ = '\0';
	}
	return command_main(&program, count, args);
}

struct example {
	char line[80];
	int status;
	const char *out, *err;
};

static void
check(const struct example *cases, size_t count)
{
	int failures = 0;

	for (size_t i = 0; i < count; i++) {
		struct example one = cases[i];
		struct captured c;

		capture_run(run_line, one.line, &c);
		if (c.status != one.status || strcmp(c.out, one.out) != 0 || strcmp(c.err, one.err) != 0) {
			print_error("%s\n  want %d\n%s%s  got %d\n%s%s", one.line, one.status, one.out, one.err,
				c.status, c.out, c.err);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static void
options_stand_wherever_they_like(void **state)
{
	static const struct example cases[] = {
		{"load a.csv", 3, "writing out=out rate=10 json=0 a.csv\n", ""},
		{"--out x load a.csv", 3, "writing out=x rate=10 json=0 a.csv\n", ""},
		{"load --out x a.csv --json b.csv", 3, "writing out=x rate=10 json=1 a.csv b.csv\n", ""},
		{"--rate 7 load a.csv --out=y", 3, "writing out=y rate=7 json=0 a.csv\n", ""},
		{"load -- --json", 3, "writing out=out rate=10 json=0 --json\n", ""},
		{"-q load a.csv", 3, "writing out=out rate=10 json=0 a.csv\n", ""},
	};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
a_failure_is_printed_once_and_its_kind_is_the_exit_status(void **state)
{
	static const struct example cases[] = {
		{"fail", 5, "", "hubstage: fail: f.csv:1: the header lacks Comm_CommunicationId\n"},
		{"-q fail", 5, "", "hubstage: fail: f.csv:1: the header lacks Comm_CommunicationId\n"},
		{"", 2, "", "hubstage: no command given\nhubstage: see 'hubstage help'\n"},
		{"laod", 2, "", "hubstage: 'laod' is no command; did you mean load?\nhubstage: see 'hubstage help'\n"},
		{"help laod", 2, "",
			"hubstage: 'laod' is no command; did you mean load?\nhubstage: see 'hubstage help'\n"},
		{"--bogus load", 2, "", "hubstage: unknown option --bogus\nhubstage: see 'hubstage help'\n"},
		{"load --rat 5", 2, "",
			"hubstage: load: unknown option --rat; did you mean --rate?\nhubstage: load: see 'hubstage "
			"help load'\n"},
		{"fail --rate 5", 2, "",
			"hubstage: fail: unknown option --rate\nhubstage: fail: see 'hubstage help fail'\n"},
		{"load", 2, "", "hubstage: load: needs CSV...\nhubstage: load: see 'hubstage help load'\n"},
		{"load a b c", 2, "",
			"hubstage: load: 'c' is one operand too many\nhubstage: load: see 'hubstage help load'\n"},
		{"fail -q -v", 2, "",
			"hubstage: fail: --quiet and --verbose contradict each other\nhubstage: fail: see 'hubstage "
			"help fail'\n"},
		{"push --portal 5", 6, "",
			"hubstage: push: hubstage-is-not-there is not installed: neither beside this program nor in "
			"PATH\n"},
	};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
another_program_gets_the_line_without_the_command_word(void **state)
{
	static const struct example cases[] = {
		{"--out x echo --portal 5 a", 0, "--out x --portal 5 a\n", ""},
		{"help echo", 0, "help\n", ""},
		{"help echo plan", 0, "help plan\n", ""},
	};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
help_comes_from_the_tables_and_shows_defaults(void **state)
{
	static const char want[] = "Usage: hubstage load [OPTION...] CSV...\n"
				   "\n"
				   "hubstage load reads the communications CSV into the master table, rejects what\n"
				   "is wrong\n"
				   "\n"
				   "One paragraph that is long enough to be broken somewhere near the right margin\n"
				   "of the page.\n"
				   "\n"
				   "Another.\n"
				   "\n"
				   "Options:\n"
				   "  --rate N                rows at a time (default: 10)\n"
				   "  --already-pushed-records F ...\n"
				   "                          a CSV that says which records are in HubSpot already,\n"
				   "                          so that nobody creates them twice (default: none)\n"
				   "\n"
				   "Input options:\n"
				   "  --date-order dmy|mdy|ymd\n"
				   "                          how 03/04/2024 is meant (default: dmy)\n"
				   "\n"
				   "Options of every command, explained by 'hubstage help':\n"
				   "  --out, --json, --quiet, --verbose, --progress, --help, --version\n";
	static const struct example cases[] = {{"help load", 0, want, ""}, {"load --help", 0, want, ""},
		{"load --rate 5 -h --bogus", 0, want, ""}, {"--version", 0, "hubstage 1.2.3\n", ""},
		{"load --bogus --version", 0, "hubstage 1.2.3\n", ""}};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
help_of_the_program_names_commands_options_and_statuses_in_80_columns(void **state)
{
	static const char *const named[] = {"\nSteps:\n  load ", "\n  fail ", "\nOther programs:\n  push ",
		"  --out DIR ", "(default: out)", "  -q, --quiet ", "--progress auto|plain|none", "(default: auto)",
		"  --version ", "\n  0  ", "\n  3  ", "\n  9  ", "\n  130, 143  "};
	static const char *const lines[] = {"help", "--help", "-h", "--help --bogus"};

	(void)state;
	for (size_t l = 0; l < sizeof lines / sizeof lines[0]; l++) {
		char line[80];
		struct captured c;

		snprintf(line, sizeof line, "%s", lines[l]);
		capture_run(run_line, line, &c);
		assert_int_equal(c.status, 0);
		assert_string_equal(c.err, "");
		for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
			if (strstr(c.out, named[i]) == NULL)
				fail_msg("%s: '%s' is not in\n%s", lines[l], named[i], c.out);
		for (const char *p = c.out; *p != '\0'; p += strcspn(p, "\n") + 1)
			if (strcspn(p, "\n") > 80 || (strcspn(p, "\n") > 0 && p[strcspn(p, "\n") - 1] == ' '))
				fail_msg(
					"%s: too long, or blanks at the end: %.*s", lines[l], (int)strcspn(p, "\n"), p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_wherever_they_like),
		cmocka_unit_test(a_failure_is_printed_once_and_its_kind_is_the_exit_status),
		cmocka_unit_test(another_program_gets_the_line_without_the_command_word),
		cmocka_unit_test(help_comes_from_the_tables_and_shows_defaults),
		cmocka_unit_test(help_of_the_program_names_commands_options_and_statuses_in_80_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
