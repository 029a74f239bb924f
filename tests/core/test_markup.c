#include "core/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static void
html_is_told_from_text_that_has_angles_in_it(void **state)
{
	static const struct {
		const char *text;
		bool want;
	} cases[] = {
		{"", false},
		{"plain", false},
		{"a < b and b > c", false},
		{"Ann <ann@example.com> wrote", false},
		{"x </ y", false},
		{"if (a</*b*/c)", false},
		{"<", false},
		{"<p", false},
		{"one<br>two", true},
		{"one<BR/>two", true},
		{"<p>one", true},
		{"<P class='x'>one", true},
		{"<b>bold</b>", true},
		{"<!DOCTYPE html>", true},
		{"text <o:p></o:p>", true},
		{"first < then <div>", true},
	};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (markup_found(cases[i].text, strlen(cases[i].text)) != cases[i].want) {
			print_error("'%s'\n  want %d\n", cases[i].text, cases[i].want);
			failures++;
		}
	assert_int_equal(failures, 0);
}

static const struct {
	const char *given, *want;
} cleaned[] = {
	{"", ""},
	{"plain", "plain"},
	{"<p>one &amp; two</p>", "<p>one &amp; two</p>"},
	{"<P>one<BR/>two</P >", "<p>one<br>two</p>"},
	{"<p class=\"MsoNormal\" style='mso-x:1'>one</p>", "<p>one</p>"},
	{"<o:p>kept</o:p>", "kept"},
	{"<font color=red>kept</font>", "kept"},
	{"<script>alert(1)</script>kept", "kept"},
	{"<SCRIPT type='x'>alert('</p>')</ScRiPt>kept", "kept"},
	{"<style>p { a: b > c }</style>kept", "kept"},
	{"<html><head><title>t</title></head><body>kept</body></html>", "kept"},
	{"<script>never ends", ""},
	{"<script/>kept", "kept"},
	{"<!-- gone --><!-- > -->kept", "kept"},
	{"<!--[if gte mso 9]><xml>x</xml><![endif]-->kept", "kept"},
	{"<![if !supportLists]>kept<![endif]>", "kept"},
	{"<?xml version='1.0'?>kept", "kept"},
	{"<!-- never ends", ""},
	{"a < b", "a &lt; b"},
	{"<ann@example.com> wrote<br>", "&lt;ann@example.com> wrote<br>"},
	{"<p>3 <4</p>", "<p>3 &lt;4</p>"},
	{"<b", "&lt;b"},
	{"<", "&lt;"},
	{"</", "&lt;/"},
	{"<a href=\"https://example.com/?a=1&amp;b=2\" onclick='x()' target=_blank>link</a>",
		"<a href=\"https://example.com/?a=1&amp;b=2\">link</a>"},
	{"<a href='mailto:ann@example.com'>ann</a>", "<a href=\"mailto:ann@example.com\">ann</a>"},
	{"<a href=http://example.com>x</a>", "<a href=\"http://example.com\">x</a>"},
	{"<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"},
	{"<a href=\" javascript:alert(1)\">x</a>", "<a>x</a>"},
	{"<a href=\"java\tscript:alert(1)\">x</a>", "<a>x</a>"},
	{"<a href='https://example.com/\"onmouseover=x'>x</a>",
		"<a href=\"https://example.com/&quot;onmouseover=x\">x</a>"},
	{"<a title='>' href='https://example.com/'>x</a>", "<a href=\"https://example.com/\">x</a>"},
	{"<img src='cid:1' alt='logo'>", "<img alt=\"logo\">"},
	{"<img src=\"data:image/png;base64,AA\" onerror=x>", "<img>"},
	{"<img src=https://example.com/a.png/>", "<img src=\"https://example.com/a.png/\">"},
	{"<td colspan=2 width=10>x</td>", "<td colspan=\"2\">x</td>"},
	{"<svg onload=alert(1)>x", "x"},
	{"one\r\n\ttwo\001\x1f", "one\r\n\ttwo"},
	{"d\xC3\xA9sol\xC3\xA9 <b>\xE2\x82\xAC</b>", "d\xC3\xA9sol\xC3\xA9 <b>\xE2\x82\xAC</b>"},
	{"<scr<script>x</script>ipt>", "xipt>"},
};

static void
only_harmless_tags_are_left(void **state)
{
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cleaned); i++) {
		struct buf to = {0};
		const char *got;

		markup_clean(&to, cleaned[i].given, strlen(cleaned[i].given));
		got = to.bytes == NULL ? "" : to.bytes;
		if (strcmp(got, cleaned[i].want) != 0) {
			print_error("%s\n  want %s\n  got  %s\n", cleaned[i].given, cleaned[i].want, got);
			failures++;
		}
		buf_clear(&to);
	}
	assert_int_equal(failures, 0);
}

/* Every beginning of every case, in memory that ends where the text ends: what a sanitizer build watches. */
static void
no_beginning_of_a_text_reads_behind_its_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cleaned); i++)
		for (size_t size = 0; size <= strlen(cleaned[i].given); size++) {
			char *part = test_malloc(size + 1);
			struct buf to = {0};

			memcpy(part + 1, cleaned[i].given, size);
			markup_clean(&to, part + 1, size);
			markup_found(part + 1, size);
			assert_null(to.bytes == NULL ? NULL : strstr(to.bytes, "<script"));
			buf_clear(&to);
			test_free(part);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_told_from_text_that_has_angles_in_it),
		cmocka_unit_test(only_harmless_tags_are_left),
		cmocka_unit_test(no_beginning_of_a_text_reads_behind_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
