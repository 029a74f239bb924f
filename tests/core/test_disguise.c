/* disguise: what of a text and a number is left, and that what must differ differs. */
#include "core/disguise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A text with its letters as a or A, its digits as 9, for comparing kinds. */
static void
kinds(const char *text, struct buf *to)
{
	for (; *text != '\0'; text++)
		buf_char(to, *text >= 'a' && *text <= 'z'   ? 'a'
			     : *text >= 'A' && *text <= 'Z' ? 'A'
			     : *text >= '0' && *text <= '9' ? '9'
							    : *text);
}

static const char *const texts[] = {
	"Mara Valmorin",
	"mara.valmorin@example.com",
	"+33 1 23 45 67 89",
	"R\u00E9union \u00E0 Valbourg, \u00AB d\u00E9lai \u00BB",
	"line one\r\nline two\n\tthree",
	"not \xFF UTF-8 \xC0\xAF at \xED\xA0 all",
	"=1+1",
	"\"quoted \"\" inside\"",
};

static void
lengths_signs_and_kinds_of_letters_stay(void **state)
{
	struct disguise *d = disguise_open("key");

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct buf to = {0}, again = {0}, want = {0}, got = {0};

		disguise_text(d, &to, texts[i], strlen(texts[i]));
		disguise_text(d, &again, texts[i], strlen(texts[i]));
		kinds(texts[i], &want);
		kinds(to.bytes, &got);
		if (strcmp(want.bytes, got.bytes) != 0 || strcmp(to.bytes, texts[i]) == 0 ||
			strcmp(to.bytes, again.bytes) != 0)
			fail_msg("%s: want the kinds %s\ngot %s, then %s", texts[i], want.bytes, to.bytes, again.bytes);
		buf_clear(&to);
		buf_clear(&again);
		buf_clear(&want);
		buf_clear(&got);
	}
	disguise_close(d);
}

static const struct {
	const char *text, *beginning, *part;
} kept[] = {
	{"<p class=\"x\">Hello</p>", "<p ", "</p>"},
	{"<o:p>Hello&nbsp;you</o:p>", "<o:p>", "&nbsp;"},
	{"RE: offer", "RE: ", ""},
	{"{\\rtf1 Hello}", "{\\rtf1 ", "}"},
};

static void
markup_and_reply_prefixes_stay(void **state)
{
	struct disguise *d = disguise_open("key");

	(void)state;
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		struct buf to = {0};

		disguise_text(d, &to, kept[i].text, strlen(kept[i].text));
		if (strncmp(to.bytes, kept[i].beginning, strlen(kept[i].beginning)) != 0 ||
			strstr(to.bytes, kept[i].part) == NULL || strstr(to.bytes, "ell") != NULL)
			fail_msg("%s: got %s", kept[i].text, to.bytes);
		buf_clear(&to);
	}
	disguise_close(d);
}

static void
other_scripts_stay_in_their_script(void **state)
{
	struct disguise *d = disguise_open("key");
	struct buf to = {0};

	(void)state;
	disguise_text(d, &to, "\u0418\u0432\u0430\u043D \u4E2D\u6587", strlen("\u0418\u0432\u0430\u043D \u4E2D\u6587"));
	assert_int_equal(to.size, strlen("\u0418\u0432\u0430\u043D \u4E2D\u6587"));
	assert_true((unsigned char)to.bytes[0] == 0xD0 || (unsigned char)to.bytes[0] == 0xD1);
	assert_true((unsigned char)to.bytes[9] >= 0xE4 && (unsigned char)to.bytes[9] <= 0xE9);
	assert_string_not_equal(to.bytes, "\u0418\u0432\u0430\u043D \u4E2D\u6587");
	buf_clear(&to);
	disguise_close(d);
}

static void
numbers_of_one_length_stay_as_many(void **state)
{
	struct disguise *d = disguise_open("key");
	char seen[1000] = {0};

	(void)state;
	for (int n = 100; n < 1000; n++) {
		struct buf text = {0}, to = {0};
		long got;

		buf_int(&text, n);
		assert_true(disguise_number(d, &to, text.bytes, text.size));
		got = strtol(to.bytes, NULL, 10);
		if (got < 100 || got > 999 || seen[got])
			fail_msg("%d: got %ld, out of range or twice", n, got);
		seen[got] = 1;
		buf_clear(&text);
		buf_clear(&to);
	}
	disguise_close(d);
}

static const struct {
	const char *text;
	bool is_number;
	const char *first, *last; /* its bounds, as texts of the same length; NULL: the text itself */
} numbers[] = {
	{"0", true, NULL, NULL},
	{"7", true, "1", "9"},
	{" 0042.00 ", true, " 0010.00 ", " 0099.00 "},
	{"-15", true, "-10", "-99"},
	{"2147483647", true, "1000000000", "2147483647"},
	{"2147483648", true, "2147483648", "9999999999"},
	{"9223372036854775807", true, "1000000000000000000", "9223372036854775807"},
	{"9223372036854775808", true, "9223372036854775808", "9999999999999999999"},
	{"12345.5", false, NULL, NULL},
	{"1.2E+05", false, NULL, NULL},
	{"12 13", false, NULL, NULL},
	{"", false, NULL, NULL},
	{"123456789012345678901", false, NULL, NULL},
};

static void
numbers_stay_on_their_side_of_the_limits(void **state)
{
	struct disguise *d = disguise_open("another key");

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct buf to = {0};
		bool is_number = disguise_number(d, &to, numbers[i].text, strlen(numbers[i].text));
		const char *got = to.bytes == NULL ? "" : to.bytes;

		if (is_number != numbers[i].is_number || (is_number && strlen(got) != strlen(numbers[i].text)) ||
			(numbers[i].first != NULL &&
				(strcmp(got, numbers[i].first) < 0 || strcmp(got, numbers[i].last) > 0)) ||
			(is_number && numbers[i].first == NULL && strcmp(got, numbers[i].text) != 0))
			fail_msg("%s: want %s to %s\ngot %s (%d)", numbers[i].text, numbers[i].first, numbers[i].last,
				got, is_number);
		buf_clear(&to);
	}
	disguise_close(d);
}

static void
another_key_gives_others(void **state)
{
	struct disguise *a = disguise_open("a"), *b = disguise_open("b");
	struct buf one = {0}, two = {0};

	(void)state;
	disguise_text(a, &one, "Mara Valmorin", 13);
	disguise_text(b, &two, "Mara Valmorin", 13);
	assert_string_not_equal(one.bytes, two.bytes);
	buf_reset(&one);
	buf_reset(&two);
	disguise_number(a, &one, "123456789", 9);
	disguise_number(b, &two, "123456789", 9);
	assert_string_not_equal(one.bytes, two.bytes);
	buf_clear(&one);
	buf_clear(&two);
	disguise_close(a);
	disguise_close(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_signs_and_kinds_of_letters_stay),
		cmocka_unit_test(markup_and_reply_prefixes_stay),
		cmocka_unit_test(other_scripts_stay_in_their_script),
		cmocka_unit_test(numbers_of_one_length_stay_as_many),
		cmocka_unit_test(numbers_stay_on_their_side_of_the_limits),
		cmocka_unit_test(another_key_gives_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
