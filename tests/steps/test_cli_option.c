#include "cli/option.h"

#include "cli/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const orders[] = {"dmy", "mdy", "ymd", NULL};

static struct {
	bool quiet, verbose, repair;
	const char *out, *zone;
	int64_t rate, any;
	int order;
	struct option_list files;
} got;

static const struct option inherited[] = {
	{.name = "repair", .flag = &got.repair}, {.name = "date-order", .choice = &got.order, .choices = orders}, {0}};

static const struct option own[] = {{.name = "rate", .letter = 'r', .number = &got.rate, .min = 1, .max = 190},
	{.name = "any", .number = &got.any}, {.name = "file", .value = "F", .list = &got.files}, {.inherit = inherited},
	{0}};

static const struct option everywhere[] = {{.name = "out", .letter = 'o', .value = "DIR", .text = &got.out},
	{.name = "timezone", .value = "ZONE", .text = &got.zone}, {.name = "quiet", .letter = 'q', .flag = &got.quiet},
	{.name = "verbose", .letter = 'v', .flag = &got.verbose}, {0}};

static const struct option *const tables[] = {own, everywhere, NULL};

enum { MOST = 12 };

/* Cuts "a b c" at its blanks; `text` must outlive `args`. */
static int
split(char *text, char **args)
{
	int count = 0;

	for (char *p = text; *p != '\0' && count < MOST;) {
		args[count++] = p;
		p += strcspn(p, " ");
		if (*p != '\0')
			*p++ = '\0';
	}
	return count;
}

static void
reset(void)
{
	free(got.files.items);
	memset(&got, 0, sizeof got);
	got.out = "out";
	got.order = -1;
	got.rate = 10;
}

/* All that parsing left, in one line. */
static void
describe(char *to, size_t size, char *const *operands, int count)
{
	int n = snprintf(to, size, "out=%s zone=%s rate=%d any=%d order=%d%s%s%s |", got.out,
		got.zone != NULL ? got.zone : "-", (int)got.rate, (int)got.any, got.order, got.quiet ? " quiet" : "",
		got.verbose ? " verbose" : "", got.repair ? " repair" : "");

	for (int i = 0; i < count; i++)
		n += snprintf(to + n, size - (size_t)n, " %s", operands[i]);
	for (int i = 0; i < got.files.count; i++)
		n += snprintf(to + n, size - (size_t)n, " file:%s", got.files.items[i]);
}

struct example {
	const char *line;
	const char *want;
};

static void
check(const struct example *cases, size_t count)
{
	int failures = 0;

	for (size_t i = 0; i < count; i++) {
		char text[200], state[ERR_TEXT_MAX + 16], *args[MOST];
		struct err e = {0};
		int n;

		reset();
		snprintf(text, sizeof text, "%s", cases[i].line);
		n = split(text, args);
		if (option_parse(tables, args, &n, &e))
			describe(state, sizeof state, args, n);
		else
			snprintf(state, sizeof state, "%d %s", (int)e.kind, e.text);
		if (strcmp(state, cases[i].want) != 0) {
			print_error("%s\n  want %s\n  got  %s\n", cases[i].line, cases[i].want, state);
			failures++;
		}
	}
	reset();
	assert_int_equal(failures, 0);
}

static void
every_form_of_an_option_reaches_its_variable(void **state)
{
	static const struct example cases[] = {
		{"", "out=out zone=- rate=10 any=0 order=-1 |"},
		{"a b", "out=out zone=- rate=10 any=0 order=-1 | a b"},
		{"--out x a", "out=x zone=- rate=10 any=0 order=-1 | a"},
		{"a --out=x", "out=x zone=- rate=10 any=0 order=-1 | a"},
		{"--out= a", "out= zone=- rate=10 any=0 order=-1 | a"},
		{"--out=a=b", "out=a=b zone=- rate=10 any=0 order=-1 |"},
		{"-o x a", "out=x zone=- rate=10 any=0 order=-1 | a"},
		{"-ox a", "out=x zone=- rate=10 any=0 order=-1 | a"},
		{"-qv", "out=out zone=- rate=10 any=0 order=-1 quiet verbose |"},
		{"-qo x -v", "out=x zone=- rate=10 any=0 order=-1 quiet verbose |"},
		{"-qr7 a", "out=out zone=- rate=7 any=0 order=-1 quiet | a"},
		{"--rate 1 --rate 190", "out=out zone=- rate=190 any=0 order=-1 |"},
		{"--any -5 a", "out=out zone=- rate=10 any=-5 order=-1 | a"},
		{"--date-order ymd", "out=out zone=- rate=10 any=0 order=2 |"},
		{"--repair a", "out=out zone=- rate=10 any=0 order=-1 repair | a"},
		{"--file a b --file=c", "out=out zone=- rate=10 any=0 order=-1 | b file:a file:c"},
		{"a -- --out -q", "out=out zone=- rate=10 any=0 order=-1 | a --out -q"},
		{"-- -- a", "out=out zone=- rate=10 any=0 order=-1 | -- a"},
		{"- a", "out=out zone=- rate=10 any=0 order=-1 | - a"},
		{"--out - a", "out=- zone=- rate=10 any=0 order=-1 | a"},
		{"--out=--x a", "out=--x zone=- rate=10 any=0 order=-1 | a"},
	};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
what_is_wrong_is_named_as_it_was_written(void **state)
{
	static const struct example cases[] = {
		{"--timezon UTC", "2 unknown option --timezon; did you mean --timezone?"},
		{"--tiemzone=UTC", "2 unknown option --tiemzone; did you mean --timezone?"},
		{"--time UTC", "2 unknown option --time; did you mean --timezone?"},
		{"--repairs", "2 unknown option --repairs; did you mean --repair?"},
		{"--xyzzy", "2 unknown option --xyzzy"},
		{"a -x", "2 unknown option -x"},
		{"-qx", "2 unknown option -x"},
		{"--out", "2 --out needs DIR"},
		{"-o", "2 -o needs DIR"},
		{"--rate", "2 --rate needs a value"},
		{"--out --rate 1",
			"2 --out needs DIR, and '--rate' is an option (--out=--rate would give it as the value)"},
		{"--repair=yes", "2 --repair takes no value"},
		{"--rate 0", "2 --rate: '0' is not a whole number from 1 to 190"},
		{"--rate 191", "2 --rate: '191' is not a whole number from 1 to 190"},
		{"--rate 5x", "2 --rate: '5x' is not a whole number from 1 to 190"},
		{"--rate=", "2 --rate: '' is not a whole number from 1 to 190"},
		{"--any 99999999999999999999", "2 --any: '99999999999999999999' is not a whole number"},
		{"--date-order dym", "2 --date-order: 'dym' is none of dmy, mdy, ymd"},
		{"--an-option-with-a-name-that-is-far-longer-than-any-that-anybody-would-ever-have-typed",
			"2 unknown option --an-option-with-a-name-that-is-far-longer-than-any-that-anybod"},
	};

	(void)state;
	check(cases, sizeof cases / sizeof cases[0]);
}

static void
the_first_operand_is_found_behind_options_and_their_values(void **state)
{
	static const struct {
		const char *line;
		int want;
	} cases[] = {{"load", 0}, {"--out x load f", 2}, {"-q --out=x load", 2}, {"-ox load", 1}, {"-q", -1},
		{"-- load", 1}, {"", -1}};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char text[100], *args[MOST];
		struct err e = {0};
		int index = -2;

		reset();
		snprintf(text, sizeof text, "%s", cases[i].line);
		if (!option_first_operand(tables, args, split(text, args), &index, &e) || index != cases[i].want) {
			print_error("%s: want %d, got %d %s\n", cases[i].line, cases[i].want, index, e.text);
			failures++;
		}
		assert_string_equal(got.out, "out");
	}
	assert_int_equal(failures, 0);
}

static void
help_is_seen_in_a_line_that_is_otherwise_wrong(void **state)
{
	static const struct {
		const char *line;
		bool want;
	} cases[] = {{"load --bogus --help", true}, {"-h", true}, {"load", false}, {"-- --help", false},
		{"--help=x", false}, {"-qh", false}, {"help", false}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char text[100], *args[MOST];

		snprintf(text, sizeof text, "%s", cases[i].line);
		if (option_stands(args, split(text, args), "help", 'h') != cases[i].want)
			fail_msg("%s: want %d", cases[i].line, cases[i].want);
	}
}

static void
the_nearest_word_is_one_slip_of_the_hand_away(void **state)
{
	static const struct {
		const char *word, *known, *want;
	} cases[] = {{"laod", "load", "load"}, {"lod", "load", "load"}, {"loadd", "load", "load"},
		{"lxad", "load", "load"}, {"derive", "load", NULL}, {"val", "validate", "validate"},
		{"x", "load", NULL}, {"so", "sql", NULL}, {"slq", "sql", "sql"}, {"statsu", "status", "status"},
		{"payload", "payloads", "payloads"}};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct nearest n = {.word = cases[i].word};
		const char *best, *want = cases[i].want != NULL ? cases[i].want : "(none)";

		nearest_offer(&n, cases[i].known);
		best = n.best != NULL ? n.best : "(none)";
		if (strcmp(best, want) != 0) {
			print_error("%s, %s: want %s, got %s\n", cases[i].word, cases[i].known, want, best);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_of_an_option_reaches_its_variable),
		cmocka_unit_test(what_is_wrong_is_named_as_it_was_written),
		cmocka_unit_test(the_first_operand_is_found_behind_options_and_their_values),
		cmocka_unit_test(help_is_seen_in_a_line_that_is_otherwise_wrong),
		cmocka_unit_test(the_nearest_word_is_one_slip_of_the_hand_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
