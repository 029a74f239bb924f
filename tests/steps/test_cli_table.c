#include "cli/table.h"

#include "cli/shown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
text_is_shown_so_that_it_cannot_drive_a_terminal(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"plain", "plain"},
		{"caf\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80",
			"caf\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80"},
		{"\033[31mred", "\\x1B[31mred"},
		{"a\r\n\tb\x7F", "a\\x0D\\x0A\\x09b\\x7F"},
		{"\xC2\x9B"
		 "31m",
			"\\xC2\\x9B31m"},
		{"no-break\xC2\xA0space", "no-break\xC2\xA0space"},
		{"\xE2\x80\xAEgnp.exe", "\\xE2\\x80\\xAEgnp.exe"},
		{"\xE2\x81\xA6x", "\\xE2\\x81\\xA6x"},
		{"latin \xE9", "latin \\xE9"},
		{"cut \xE2\x82", "cut \\xE2\\x82"},
		{"overlong \xC0\x80", "overlong \\xC0\\x80"},
		{"surrogate \xED\xA0\x80", "surrogate \\xED\\xA0\\x80"},
		{"too high \xF4\x90\x80\x80", "too high \\xF4\\x90\\x80\\x80"},
		{"", ""},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf b = {0};

		buf_text(&b, "");
		shown_text(&b, cases[i].text, strlen(cases[i].text));
		if (strcmp(b.bytes, cases[i].want) != 0) {
			print_error("want %s\ngot  %s\n", cases[i].want, b.bytes);
			failures++;
		}
		buf_clear(&b);
	}
	assert_int_equal(failures, 0);
}

static void
a_nul_in_the_text_is_shown_too(void **state)
{
	struct buf b = {0};

	(void)state;
	shown_text(&b, "a\0b", 3);
	assert_string_equal(b.bytes, "a\\x00b");
	buf_clear(&b);
}

static void
width_counts_columns_and_not_bytes(void **state)
{
	static const struct {
		const char *text;
		size_t want;
	} cases[] = {{"", 0}, {"plain", 5}, {"caf\xC3\xA9", 4}, {"cafe\xCC\x81", 4}, {"\xE6\x97\xA5\xE6\x9C\xAC", 4},
		{"\xED\x95\x9C", 2}, {"\xF0\x9F\x98\x80", 2}, {"\xEF\xBC\xA1", 2}, {"\xE2\x82\xAC", 1},
		{"\xE2\x9D\xA4\xEF\xB8\x8F", 1}, {"\xE2\x80\x8B", 0}, {"\xD7\xA9\xD6\xB8\xD7\x9C", 2}};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t got = shown_width(cases[i].text, strlen(cases[i].text));

		if (got != cases[i].want) {
			print_error("'%s': want %zu, got %zu\n", cases[i].text, cases[i].want, got);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static void
numbers_get_a_separator_every_three_digits(void **state)
{
	static const struct {
		int64_t n;
		const char *want;
	} cases[] = {{0, "0"}, {999, "999"}, {1000, "1,000"}, {1234567, "1,234,567"}, {-1000, "-1,000"}, {-999, "-999"},
		{INT64_MAX, "9,223,372,036,854,775,807"}, {INT64_MIN, "-9,223,372,036,854,775,808"}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf b = {0};

		shown_number(&b, cases[i].n);
		assert_string_equal(b.bytes, cases[i].want);
		buf_clear(&b);
	}
}

/* What table_print() writes; free() it. */
static char *
printed(struct table *t)
{
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);

	table_print(t, f);
	fclose(f);
	table_clear(t);
	return text;
}

static void
columns_are_aligned_by_what_is_shown(void **state)
{
	static const struct table_column columns[] = {{"type", false}, {"rows", true}, {"note", false}};
	struct table t = {.columns = columns, .count = 3};
	char *text;

	(void)state;
	table_text(&t, "calls");
	table_number(&t, 1234);
	table_text(&t, "first");
	table_text(&t, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E");
	table_number(&t, 5);
	table_text(&t, NULL);
	table_text(&t, NULL);
	table_number(&t, -12);
	table_text(&t, "a\tb");
	table_text(&t, NULL);
	table_text(&t, NULL);
	table_text(&t, "last");
	text = printed(&t);
	assert_string_equal(text, "type     rows  note\n"
				  "calls   1,234  first\n"
				  "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E      5\n"
				  "          -12  a\\x09b\n"
				  "               last\n");
	free(text);
}

static void
a_table_without_heads_has_no_head_line(void **state)
{
	static const struct table_column columns[] = {{"", false}, {"", true}};
	struct table t = {.columns = columns, .count = 2};
	char *text;

	(void)state;
	table_text(&t, "read");
	table_number(&t, 10);
	table_text(&t, "rejected");
	table_number(&t, 3);
	text = printed(&t);
	assert_string_equal(text, "read      10\nrejected   3\n");
	free(text);
}

static void
a_share_is_cut_and_never_rounded_up(void **state)
{
	static const struct table_column columns[] = {{"share", true}};
	struct table t = {.columns = columns, .count = 1};
	char *text;

	(void)state;
	table_share(&t, 999999, 1000000);
	table_share(&t, 1, 3);
	table_share(&t, 7, 7);
	table_share(&t, 0, 7);
	table_share(&t, 0, 0);
	text = printed(&t);
	assert_string_equal(text, " share\n 99.9%\n 33.3%\n100.0%\n  0.0%\n\n");
	free(text);
}

static void
an_empty_table_is_its_head(void **state)
{
	static const struct table_column columns[] = {{"a", false}, {"b", true}};
	struct table t = {.columns = columns, .count = 2};
	char *text;

	(void)state;
	text = printed(&t);
	assert_string_equal(text, "a  b\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_shown_so_that_it_cannot_drive_a_terminal),
		cmocka_unit_test(a_nul_in_the_text_is_shown_too),
		cmocka_unit_test(width_counts_columns_and_not_bytes),
		cmocka_unit_test(numbers_get_a_separator_every_three_digits),
		cmocka_unit_test(columns_are_aligned_by_what_is_shown),
		cmocka_unit_test(a_table_without_heads_has_no_head_line),
		cmocka_unit_test(a_share_is_cut_and_never_rounded_up),
		cmocka_unit_test(an_empty_table_is_its_head),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
