#include "core/mem.h"
#include "core/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A literal with its size, so that it may hold NUL. */
#define T(literal) (literal), sizeof(literal) - 1

static void
assert_bytes(const char *what, const struct buf *got, const char *want, size_t size)
{
	if (got->size != size || memcmp(got->bytes == NULL ? "" : got->bytes, want, size) != 0)
		fail_msg("%s: want '%s' (%zu), got '%s' (%zu)", what, want, size, got->bytes, got->size);
}

/* The decoder of the textbook, to compare with: the code point at p, or -1. */
static int32_t
decode(const unsigned char *p, size_t left, size_t *used)
{
	static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t need = p[0] < 0x80 ? 1 : p[0] >> 5 == 6 ? 2 : p[0] >> 4 == 14 ? 3 : p[0] >> 3 == 30 ? 4 : 0;
	int32_t point = need == 1 ? p[0] : need == 0 ? 0 : p[0] & (0x7F >> need);

	if (need == 0 || need > left)
		return -1;
	for (size_t i = 1; i < need; i++) {
		if (p[i] >> 6 != 2)
			return -1;
		point = point << 6 | (p[i] & 0x3F);
	}
	*used = need;
	if (point < least[need] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		return -1;
	return point;
}

static bool
reference_is_utf8(const unsigned char *p, size_t size, size_t *bad_at)
{
	size_t used;

	for (size_t at = 0; at < size; at += used) {
		if (decode(p + at, size - at, &used) < 0) {
			*bad_at = at;
			return false;
		}
	}
	return true;
}

static void
assert_same_verdict(const unsigned char *p, size_t size)
{
	size_t want_at = 0, got_at = 0;
	bool want = reference_is_utf8(p, size, &want_at), got = text_is_utf8((const char *)p, size, &got_at);

	if (want != got || want_at != got_at)
		fail_msg("%02x %02x %02x %02x (%zu bytes): want %d at %zu, got %d at %zu", p[0], p[1], p[2], p[3], size,
			want, want_at, got, got_at);
}

static void
every_sequence_of_up_to_three_bytes_is_judged_like_the_reference(void **state)
{
	unsigned char p[4] = {0};

	(void)state;
	for (unsigned n = 0; n < 1u << 24; n++) {
		p[0] = (unsigned char)(n >> 16);
		p[1] = (unsigned char)(n >> 8);
		p[2] = (unsigned char)n;
		if (p[0] < 0x80 && p[1] < 0x80)
			continue;
		assert_same_verdict(p, 3);
	}
}

static void
every_four_byte_lead_is_judged_like_the_reference(void **state)
{
	static const unsigned char tails[] = {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF};

	(void)state;
	for (unsigned lead = 0xE0; lead < 0x100; lead++)
		for (unsigned second = 0; second < 0x100; second++)
			for (size_t i = 0; i < sizeof tails * sizeof tails; i++) {
				unsigned char p[5] = {(unsigned char)lead, (unsigned char)second,
					tails[i / sizeof tails], tails[i % sizeof tails], 'x'};

				assert_same_verdict(p, 5);
				assert_same_verdict(p, 4);
			}
}

/* The fast path looks at 8 and 32 bytes at a time: a wrong byte must be found wherever it stands. */
static void
a_wrong_byte_is_found_at_every_offset_of_every_length(void **state)
{
	char text[97];

	(void)state;
	for (size_t size = 0; size <= sizeof text; size++) {
		memset(text, 'a', sizeof text);
		assert_true(text_is_utf8(text, size, NULL));
		for (size_t at = 0; at < size; at++) {
			size_t bad_at = SIZE_MAX;

			text[at] = '\x80';
			assert_false(text_is_utf8(text, size, &bad_at));
			assert_int_equal(bad_at, at);
			text[at] = 'a';
		}
	}
}

static const struct {
	const char *bytes;
	size_t size, bad_at;
} wrong[] = {
	{T("\xC0\x80"), 0},		 /* overlong NUL */
	{T("ab\xC1\xBF"), 2},		 /* overlong DEL */
	{T("\xE0\x9F\xBF"), 0},		 /* overlong */
	{T("a\xF0\x8F\xBF\xBF"), 1},	 /* overlong */
	{T("\xED\xA0\x80"), 0},		 /* the first surrogate */
	{T("\xED\xBF\xBF"), 0},		 /* the last surrogate */
	{T("\xF4\x90\x80\x80"), 0},	 /* U+110000 */
	{T("\xF5\x80\x80\x80"), 0},	 /* no such lead */
	{T("\xFF"), 0},			 /* no such byte */
	{T("12345678\xE2\x82"), 8},	 /* cut */
	{T("12345678\xF0\x9F\x98"), 8},	 /* cut */
	{T("na\xEFve"), 2},		 /* cp1252 */
	{"12345678\xE2\x82\xAC", 10, 8}, /* cut, though the rest stands behind the end */
	{"\xC3\xA9", 1, 0},		 /* the same */
	{T("\xC3\xA9\xA9"), 2},		 /* a tail too many */
};

static void
wrong_sequences_are_refused_where_they_begin(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		size_t bad_at = SIZE_MAX;

		if (text_is_utf8(wrong[i].bytes, wrong[i].size, &bad_at) || bad_at != wrong[i].bad_at)
			fail_msg("case %zu: want bad at %zu, got %zu", i, wrong[i].bad_at, bad_at);
	}
}

static const struct {
	const char *bytes;
	size_t size, length, utf16;
} lengths[] = {
	{T(""), 0, 0}, {T("a"), 1, 1}, {T("a\0b"), 3, 3}, {T("caf\xC3\xA9"), 4, 4},
	{T("\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC"), 3, 3}, {T("\xF0\x9F\x98\x80"), 1, 2},
	{T("\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\xF3\xA0\x80\x80"), 3, 6},
	{T("1234567\xC3\xA9 12345\xF0\x9F\x98\x80 1234567890"), 26, 27},
	{T("e\xCC\x81"), 2, 2}, /* a letter and a combining accent are two */
};

static void
length_counts_characters_and_utf16_counts_units(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		size_t length = text_length(lengths[i].bytes, lengths[i].size);
		size_t utf16 = text_utf16(lengths[i].bytes, lengths[i].size);

		if (length != lengths[i].length || utf16 != lengths[i].utf16)
			fail_msg("case %zu: want %zu and %zu, got %zu and %zu", i, lengths[i].length, lengths[i].utf16,
				length, utf16);
	}
}

/* Characters of one to four bytes in turn, `count` of them. */
static void
fill(struct buf *text, size_t count)
{
	static const char *const kinds[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "b", "c"};

	buf_reset(text);
	for (size_t i = 0; i < count; i++)
		buf_text(text, kinds[(i * 7 + i / 5) % 6]);
}

static void
prefix_length_and_utf16_agree_with_the_reference_at_every_cut(void **state)
{
	struct buf text = {0};

	(void)state;
	fill(&text, 120);
	for (size_t at = 0, count = 0, units = 0, used; at <= text.size; at += used, count++) {
		assert_int_equal(text_prefix(text.bytes, text.size, count), at);
		assert_int_equal(text_length(text.bytes, at), count);
		assert_int_equal(text_utf16(text.bytes, at), units);
		if (at == text.size)
			break;
		units += decode((const unsigned char *)text.bytes + at, text.size - at, &used) > 0xFFFF ? 2 : 1;
	}
	assert_int_equal(text_prefix(text.bytes, text.size, 121), text.size);
	assert_int_equal(text_prefix(text.bytes, text.size, SIZE_MAX), text.size);
	assert_int_equal(text_prefix("", 0, 5), 0);
	buf_clear(&text);
}

static const struct {
	const char *bytes;
	size_t size;
	const char *want;
	size_t want_size;
} norms[] = {
	{T(""), T("")}, {T("Call"), T("call")}, {T("  E-Mail\t\r\n"), T("e-mail")}, {T("\v\f x \v\f"), T("x")},
	{T("No  Show"), T("no  show")}, {T("\xC2\xA0 To-Do \xC2\xA0"), T("to-do")}, {T("a\xC2\xA0z"), T("a\xC2\xA0z")},
	{T("\xC2\xA0"), T("")}, {T(" \xC2\xA0 \xC2\xA0 "), T("")},
	{T("\xC3\x89T\xC3\x89"), T("\xC3\x89t\xC3\x89")}, /* only ASCII letters */
	{T("\xE2\x80\xA0 x"), T("\xE2\x80\xA0 x")},	  /* ends in A0, but is a dagger */
	{T("x\xC3\xA0"), T("x\xC3\xA0")},		  /* a grave ends in A0 as well */
	{T("\xE2\x80\x83x"), T("\xE2\x80\x83x")},	  /* an em space is not trimmed */
	{T("\xC2\x85x\xC2\x85"), T("\xC2\x85x\xC2\x85")}, /* nor is NEL */
	{T("\0 a \0"), T("\0 a \0")},			  /* NUL is not white space */
	{T("[AZaz@`{]"), T("[azaz@`{]")},		  /* neighbours of the letters */
	{T("\x1F x\x1C"), T("\x1F x\x1C")},		  /* separators are not white space */
	{T("A\xC2"), T("a\xC2")},			  /* damaged: stays within the bytes */
};

static void
norm_trims_white_space_and_lowers_ascii_letters(void **state)
{
	struct buf got = {0};

	(void)state;
	for (size_t i = 0; i < sizeof norms / sizeof *norms; i++) {
		buf_reset(&got);
		buf_norm(&got, norms[i].bytes, norms[i].size);
		assert_bytes(norms[i].bytes, &got, norms[i].want, norms[i].want_size);
	}
	buf_reset(&got);
	buf_text(&got, "kept ");
	buf_norm(&got, " X ", 3);
	assert_bytes("added to the end", &got, "kept x", 6);
	buf_clear(&got);
}

static void
same_ignores_the_case_of_ascii_letters_only(void **state)
{
	(void)state;
	assert_true(text_same(T("Comm_DateTime"), "comm_datetime"));
	assert_true(text_same(T("COMM_DATETIME"), "Comm_DateTime"));
	assert_true(text_same(T(""), ""));
	assert_false(text_same(T("Comm_Date"), "Comm_DateTime"));
	assert_false(text_same(T("Comm_DateTime "), "Comm_DateTime"));
	assert_false(text_same(T("a\0b"), "a"));
	assert_false(text_same(T("\xC3\x89"), "\xC3\xA9"));
	assert_false(text_same(T("[a"), "{a"));
	assert_false(text_same(T("@"), "`"));
}

static const struct {
	const char *bytes;
	size_t size;
	bool want;
} emails[] = {
	{T("ann.example@example.com"), true},
	{T("a@b.c"), true},
	{T("o'hara+crm@mail.example.co.uk"), true},
	{T("\"quoted\"@example.com"), true},
	{T("j\xC3\xA9r\xC3\xB4me@exampl\xC3\xA9.org"), true},
	{T("\xE2\x82\xAC@example.org"), true},
	{T(".odd..local.@example.com"), true},
	{T("a@[192.0.2.1]"), true},
	{T(""), false},
	{T("@"), false},
	{T("plain"), false},
	{T("@example.com"), false},
	{T("ann@"), false},
	{T("ann@example"), false},
	{T("ann@.com"), false},
	{T("ann@example."), false},
	{T("ann@example..com"), false},
	{T("ann@."), false},
	{T("ann@@example.com"), false},
	{T("ann@example.com@example.org"), false},
	{T("ann example@example.com"), false},
	{T(" ann@example.com"), false},
	{T("ann@example.com\n"), false},
	{T("ann\t@example.com"), false},
	{T("ann\0@example.com"), false},
	{T("ann\x7F@example.com"), false},
	{T("ann\xC2\x85@example.com"), false},
	{T("ann@example.com\xC2\xA0"), false},
	{T("Ann <ann@example.com>"), false},
	{T("<ann@example.com>"), false},
	{T("a@example.com,b"), false},
	{T("a@example.com;"), false},
};

static void
email_is_judged_for_plausibility(void **state)
{
	char longest[TEXT_EMAIL_MAX + 1];

	(void)state;
	for (size_t i = 0; i < sizeof emails / sizeof *emails; i++)
		if (text_is_email(emails[i].bytes, emails[i].size) != emails[i].want)
			fail_msg("'%s': want %d", emails[i].bytes, emails[i].want);
	memset(longest, 'a', sizeof longest);
	memcpy(longest, "ann@example.", 12);
	assert_true(text_is_email(longest, TEXT_EMAIL_MAX));
	assert_false(text_is_email(longest, TEXT_EMAIL_MAX + 1));
}

static const struct {
	const char *bytes;
	size_t size;
	const char *html, *json, *both;
	size_t units;
} escapes[] = {
	{T(""), "", "", "", 0},
	{T("plain"), "plain", "plain", "plain", 5},
	{T("a & b < c > d"), "a &amp; b &lt; c &gt; d", "a & b < c > d", "a &amp; b &lt; c &gt; d", 23},
	{T("say \"hi\" 'x'"), "say \"hi\" 'x'", "say \\\"hi\\\" 'x'", "say \\\"hi\\\" 'x'", 12},
	{T("C:\\x/y"), "C:\\x/y", "C:\\\\x/y", "C:\\\\x/y", 6},
	{T("1\r\n2"), "1<br>2", "1\\r\\n2", "1<br>2", 6},
	{T("1\n2\r3"), "1<br>2<br>3", "1\\n2\\r3", "1<br>2<br>3", 11},
	{T("\n\r\r\n\n"), "<br><br><br><br>", "\\n\\r\\r\\n\\n", "<br><br><br><br>", 16},
	{T("\r"), "<br>", "\\r", "<br>", 4},
	{T("a\tb"), "a\tb", "a\\tb", "a\\tb", 3},
	{T("\0\x01\a\b\v\f\x0E\x1B\x1F"), "", "\\u0000\\u0001\\u0007\\b\\u000b\\f\\u000e\\u001b\\u001f", "", 0},
	{T("x\0y"), "xy", "x\\u0000y", "xy", 2},
	{T("\x7F\xC2\x80\xC2\x9F"), "\x7F\xC2\x80\xC2\x9F", "\x7F\xC2\x80\xC2\x9F", "\x7F\xC2\x80\xC2\x9F", 3},
	{T("\xF0\x9F\x98\x80&\xC3\xA9"), "\xF0\x9F\x98\x80&amp;\xC3\xA9", "\xF0\x9F\x98\x80&\xC3\xA9",
		"\xF0\x9F\x98\x80&amp;\xC3\xA9", 8},
	{T("\xE2\x80\xA8"), "\xE2\x80\xA8", "\xE2\x80\xA8", "\xE2\x80\xA8", 1},
	{T("&lt;"), "&amp;lt;", "&lt;", "&amp;lt;", 8},
	{T("<b>1\\2</b>\r\n\t\"&\""), "&lt;b&gt;1\\2&lt;/b&gt;<br>\t\"&amp;\"", "<b>1\\\\2</b>\\r\\n\\t\\\"&\\\"",
		"&lt;b&gt;1\\\\2&lt;/b&gt;<br>\\t\\\"&amp;\\\"", 34},
};

static void
html_and_json_and_both_are_escaped(void **state)
{
	struct buf got = {0};

	(void)state;
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
		size_t units;

		buf_reset(&got);
		buf_html(&got, escapes[i].bytes, escapes[i].size);
		assert_bytes("html", &got, escapes[i].html, strlen(escapes[i].html));
		assert_int_equal(text_utf16(got.bytes, got.size), escapes[i].units);
		buf_reset(&got);
		buf_json(&got, escapes[i].bytes, escapes[i].size);
		assert_bytes("json", &got, escapes[i].json, strlen(escapes[i].json));
		buf_reset(&got);
		units = buf_html_json(&got, escapes[i].bytes, escapes[i].size);
		assert_bytes("both", &got, escapes[i].both, strlen(escapes[i].both));
		if (units != escapes[i].units)
			fail_msg("case %zu: want %zu units, got %zu", i, escapes[i].units, units);
	}
	buf_clear(&got);
}

/* The slow way, for ASCII: one byte after the other. */
static void
reference_escape(struct buf *to, const char *text, size_t size, bool html, bool json)
{
	for (size_t i = 0; i < size; i++) {
		char c = text[i];

		if (html && (c == '&' || c == '<' || c == '>'))
			buf_text(to, c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
		else if (html && c == '\n' && i > 0 && text[i - 1] == '\r')
			continue;
		else if (html && (c == '\n' || c == '\r'))
			buf_text(to, "<br>");
		else if (html && c != '\t' && c < ' ')
			continue;
		else if (json && (c == '"' || c == '\\'))
			buf_format(to, "\\%c", c);
		else if (json && c != '\0' && strchr("\b\t\n\f\r", c) != NULL)
			buf_format(to, "\\%c", "btn?fr"[c - '\b']);
		else if (json && c < ' ')
			buf_format(to, "\\u%04x", c);
		else
			buf_char(to, c);
	}
}

/* Every byte at every place of texts around the width of the fast path. */
static void
escapes_equal_the_slow_way_at_every_place(void **state)
{
	char text[40];
	struct buf want = {0}, got = {0};

	(void)state;
	for (size_t size = 1; size <= sizeof text; size++)
		for (size_t at = 0; at < size; at++)
			for (int c = 0; c < 4 * 0x80; c++) {
				bool html = (c & 0x80) != 0, json = (c & 0x100) != 0;

				memset(text, 'a', sizeof text);
				text[at] = (char)(c & 0x7F);
				text[size / 2] = '\n';
				buf_reset(&want);
				buf_reset(&got);
				reference_escape(&want, text, size, html, json);
				if (html && json)
					buf_html_json(&got, text, size);
				else if (html)
					buf_html(&got, text, size);
				else if (json)
					buf_json(&got, text, size);
				else
					continue;
				assert_bytes("escape", &got, want.bytes == NULL ? "" : want.bytes, want.size);
			}
	buf_clear(&want);
	buf_clear(&got);
}

/* The units are those of the HTML, whatever JSON makes of it. */
static void
the_combined_pass_counts_the_units_of_the_html(void **state)
{
	struct buf html = {0}, text = {0}, got = {0};

	(void)state;
	for (unsigned seed = 1; seed < 3000; seed++) {
		static const char *const parts[] = {"&", "<", ">", "\r\n", "\n", "\r", "\t", "\a", "\"", "\\", "a",
			"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "a longer run of plain text", "\x7F"};

		buf_reset(&text);
		buf_reset(&html);
		buf_reset(&got);
		for (unsigned n = seed * 2654435761u, i = 0; i < 8; i++, n = n * 1664525u + 1013904223u)
			buf_text(&text, parts[n >> 28]);
		buf_html(&html, text.bytes, text.size);
		assert_int_equal(buf_html_json(&got, text.bytes, text.size), text_utf16(html.bytes, html.size));
	}
	buf_clear(&text);
	buf_clear(&html);
	buf_clear(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sequence_of_up_to_three_bytes_is_judged_like_the_reference),
		cmocka_unit_test(every_four_byte_lead_is_judged_like_the_reference),
		cmocka_unit_test(a_wrong_byte_is_found_at_every_offset_of_every_length),
		cmocka_unit_test(wrong_sequences_are_refused_where_they_begin),
		cmocka_unit_test(length_counts_characters_and_utf16_counts_units),
		cmocka_unit_test(prefix_length_and_utf16_agree_with_the_reference_at_every_cut),
		cmocka_unit_test(norm_trims_white_space_and_lowers_ascii_letters),
		cmocka_unit_test(same_ignores_the_case_of_ascii_letters_only),
		cmocka_unit_test(email_is_judged_for_plausibility),
		cmocka_unit_test(html_and_json_and_both_are_escaped),
		cmocka_unit_test(escapes_equal_the_slow_way_at_every_place),
		cmocka_unit_test(the_combined_pass_counts_the_units_of_the_html),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
