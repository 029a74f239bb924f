/* encoding, detect, mojibake, dialect: what the bytes of a file are taken for. */
#include "core/detect.h"
#include "core/dialect.h"
#include "core/encoding.h"
#include "core/mojibake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text) (text), sizeof(text) - 1

struct source {
	const char *bytes;
	size_t size, at, step;
};

static int64_t
source_read(void *context, char *to, size_t size, struct err *e)
{
	struct source *s = context;
	size_t n = s->size - s->at;

	(void)e;
	n = n < s->step ? n : s->step;
	n = n < size ? n : size;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return (int64_t)n;
}

static const struct {
	const char *name, *bytes;
	size_t size;
	bool whole;
	const char *encoding;
	size_t bom;
	bool sure;
} detected[] = {
	{"ASCII is UTF-8", BYTES("a,b\n1,2\n"), true, "UTF-8", 0, true},
	{"UTF-8", BYTES("r\xC3\xA9union \xE2\x82\xAC\n"), true, "UTF-8", 0, true},
	{"a byte order mark of UTF-8",
		BYTES("\xEF\xBB\xBF"
		      "a,b\n"),
		true, "UTF-8", 3, true},
	{"a character cut off by the end of the sample", BYTES("r\xC3\xA9union \xE2\x82"), false, "UTF-8", 0, true},
	{"UTF-16LE by its mark",
		BYTES("\xFF\xFE"
		      "a\0,\0"),
		true, "UTF-16LE", 2, true},
	{"UTF-16BE by its mark", BYTES("\xFE\xFF\0a\0,"), true, "UTF-16BE", 2, true},
	{"UTF-32LE by its mark, not UTF-16", BYTES("\xFF\xFE\0\0a\0\0\0"), true, "UTF-32LE", 4, true},
	{"UTF-16LE by its NUL bytes", BYTES("a\0,\0b\0\r\0\n\0"), true, "UTF-16LE", 0, true},
	{"UTF-16BE by its NUL bytes", BYTES("\0a\0,\0b\0\r\0\n"), true, "UTF-16BE", 0, true},
	{"a few NUL bytes are no UTF-16", BYTES("one\0two,three,four\n"), true, "UTF-8", 0, true},
	{"Windows-1252 by its words", BYTES("d\xE9sol\xE9, r\xE9union \xE0 Paris, \x93oui\x94\n"), true, "WINDOWS-1252",
		0, true},
	{"Windows-1252 by German words",
		BYTES("Gr\xFC\xDF"
		      "e aus K\xF6ln, \xC4nderung\n"),
		true, "WINDOWS-1252", 0, true},
	{"Mac Roman by its words", BYTES("d\x8Esol\x8E, r\x8Eunion \x88 Paris, \xD2oui\xD3\n"), true, "MACINTOSH", 0,
		true},
	{"Windows-1252 with more quotes and dashes than letters",
		BYTES("\x93"
		      "caf\xE9\x94 \x9Cuf \x97 3\x80\n"),
		true, "WINDOWS-1252", 0, true},
	{"Mac Roman with more quotes and dashes than letters",
		BYTES("\xD2"
		      "caf\x8E\xD3 \xCFuf \xD1 3\xDB\n"),
		true, "MACINTOSH", 0, true},
	{"UTF-8 twice damaged, saved as Mac Roman", BYTES("r\xCC\xA9union \xCC\xCA Paris\n"), true, "MACINTOSH", 0,
		true},
	{"the same where it happens to be well-formed UTF-8", BYTES("r\xCC\xA9union, pr\xCC\xBBt\n"), true, "MACINTOSH",
		0, true},
	{"combining marks are UTF-8",
		BYTES("re\xCC\x81union, gar\xC3\xA7on, c\xCC\xA7"
		      "a\n"),
		true, "UTF-8", 0, true},
	{"UTF-8 with wrong bytes stays UTF-8", BYTES("r\xC3\xA9union, \xC3\xA0 Paris, \xFF\n"), true, "UTF-8", 0, true},
	{"bytes that fit nothing",
		BYTES("a\xFF"
		      "b\xFE"
		      "c\x81"
		      "d\x8D"
		      "e"),
		true, NULL, 0, false},
};

static void
encodings_are_found_out_or_not_clear(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof detected / sizeof detected[0]; i++) {
		struct detection d;
		bool same;

		detect_encoding(detected[i].bytes, detected[i].size, detected[i].whole, &d);
		same = d.sure == detected[i].sure && d.bom == detected[i].bom &&
		       (detected[i].encoding == NULL || strcmp(d.encoding, detected[i].encoding) == 0);
		if (!same)
			print_error("%s: want %s bom %zu sure %d\n     got %s bom %zu sure %d (%s)\n", detected[i].name,
				detected[i].encoding == NULL ? "?" : detected[i].encoding, detected[i].bom,
				detected[i].sure, d.encoding, d.bom, d.sure, d.reason);
		failed += !same;
	}
	assert_int_equal(failed, 0);
}

static const struct {
	const char *name, *bytes;
	size_t size;
	const char *what;
} no_text[] = {
	{"a zip", BYTES("PK\x03\x04xl/worksheets"), "an Excel workbook or another zip archive"},
	{"gzip", BYTES("\x1F\x8B\x08"), "compressed by gzip"},
	{"HTML behind blanks", BYTES("\n  <!doctype html><html>"), "an HTML page"},
	{"a CSV", BYTES("Comm_CommunicationId,Comm_Type\n"), NULL},
	{"nothing", BYTES(""), NULL},
};

static void
files_that_are_no_text_are_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof no_text / sizeof no_text[0]; i++) {
		const char *what = detect_other(no_text[i].bytes, no_text[i].size);

		if (no_text[i].what == NULL ? what != NULL : what == NULL || strcmp(what, no_text[i].what) != 0)
			fail_msg("%s: want %s\ngot %s", no_text[i].name, no_text[i].what, what);
	}
}

static const struct {
	const char *name, *text, *mended;
	size_t count;
} texts[] = {
	{"good text stays", "R\u00E9union \u00E0 10 \u20AC", "R\u00E9union \u00E0 10 \u20AC", 0},
	{"two letters are one", "R\u00C3\u00A9union \u00C3\u00A0 Valbourg", "R\u00E9union \u00E0 Valbourg", 2},
	{"a euro sign and quotes", "10 \u00E2\u201A\u00AC \u00E2\u20AC\u0153oui\u00E2\u20AC\xC2\x9D",
		"10 \u20AC \u201Coui\u201D", 3},
	{"an emoji", "ok \u00F0\u0178\u02DC\u20AC", "ok \U0001F600", 1},
	{"damaged twice over", "R\u00C3\u0192\u00C2\u00A9union", "R\u00E9union", 3},
	{"a lost no-break space cannot be mended", "\u00C3 Valbourg", "\u00C3 Valbourg", 0},
	{"a capital before a sign", "S\u00C3O", "S\u00C3O", 0},
	{"cut off", "Valbourg \u00C3", "Valbourg \u00C3", 0},
};

static void
mojibake_is_mended_where_it_is_some(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct buf to = {0};
		size_t count = mojibake_repair(&to, texts[i].text, strlen(texts[i].text));

		if (strcmp(to.bytes, texts[i].mended) != 0 || count != texts[i].count) {
			print_error("%s: want %s (%zu)\n     got %s (%zu)\n", texts[i].name, texts[i].mended,
				texts[i].count, to.bytes, count);
			failed++;
		}
		buf_clear(&to);
	}
	assert_int_equal(failed, 0);
}

static const struct {
	const char *name, *encoding, *bytes;
	size_t size;
	const char *want; /* the text, and "OFFSET=ORIGIN" for each line; or the error */
} streams[] = {
	{"Windows-1252", "WINDOWS-1252", BYTES("\xE9,\x80\n\xE0\r\nz"), "\u00E9,\u20AC\n\u00E0\r\nz 7=4 11=7 12=8"},
	{"UTF-16LE", "UTF-16LE", BYTES("\xE9\0,\0\n\0z\0\r\0\n\0"), "\u00E9,\nz\r\n 4=6 7=12"},
	{"UTF-16BE with a line feed as the low byte of a letter", "UTF-16BE", BYTES("\x01\x0A\0\n\0z"),
		"\u010A\nz 3=4 4=6"},
	{"a surrogate pair", "UTF-16LE", BYTES("\x3D\xD8\x00\xDE\n\0"), "\U0001F600\n 5=6"},
	{"UTF-32LE", "UTF-32LE", BYTES("a\0\0\0\n\0\0\0b\0\0\0"), "a\nb 2=8 3=12"},
	{"Shift-JIS", "SHIFT_JIS", BYTES("\x82\xA0\n\x82\xA2"), "\u3042\n\u3044 4=3 7=5"},
	{"a byte that Windows-1252 leaves open", "WINDOWS-1252", BYTES("a\nb\x81\n"),
		"a\nb f.csv:2: byte 0x81 is not WINDOWS-1252 (byte 3 of the file)"},
	{"UTF-16 with half a character", "UTF-16LE", BYTES("a\0\n\0b"),
		"a\n f.csv:2: byte 0x62 is not UTF-16LE (byte 4 of the file); the file is cut off in the middle of a "
		"character"},
	{"no byte order", "UTF-16", BYTES("a\0"),
		"--encoding UTF-16 does not say which byte comes first: UTF-16LE or BE"},
	{"unknown to iconv", "KLINGON", BYTES("a"),
		"'KLINGON' is no encoding that this system knows (`iconv -l` lists them)"},
	{"ASCII is not ASCII in it", "IBM037", BYTES("a"),
		"IBM037 is no encoding that CSV files come in: its ASCII is not ASCII"},
};

static void
read_stream(size_t i, size_t step, struct buf *out)
{
	struct source source = {streams[i].bytes, streams[i].size, 0, step};
	struct err e;
	struct encoding *c = encoding_open(streams[i].encoding, "f.csv", 0, source_read, &source, &e);
	char block[64];
	int64_t got = c == NULL ? -1 : 1;
	size_t size;

	while (got > 0) {
		got = encoding_read(c, block, sizeof block, &e);
		if (got > 0)
			buf_add(out, block, (size_t)got);
	}
	size = out->size;
	if (got < 0)
		buf_format(out, "%s%s", size > 0 ? " " : "", e.text);
	for (size_t at = 1; got == 0 && at <= size; at++)
		if (at == size || out->bytes[at - 1] == '\n' || (out->bytes[at - 1] == '\r' && out->bytes[at] != '\n'))
			buf_format(out, " %zu=%llu", at, (unsigned long long)encoding_origin(c, at));
	encoding_close(c);
}

static void
streams_become_utf8_and_lines_are_found_again(void **state)
{
	static const size_t steps[] = {1, 2, 3, 1000};
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++)
		for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
			struct buf out = {0};

			read_stream(i, steps[k], &out);
			if (strcmp(out.bytes, streams[i].want) != 0) {
				print_error("%s, %zu bytes at a time:\nwant %s\n got %s\n", streams[i].name, steps[k],
					streams[i].want, out.bytes);
				failed++;
			}
			buf_clear(&out);
		}
	assert_int_equal(failed, 0);
}

static void
utf8_goes_back_or_says_that_it_cannot(void **state)
{
	struct buf to = {0};

	(void)state;
	assert_true(encoding_back("MACINTOSH", BYTES("\u00C3\u00A9"), &to));
	assert_int_equal(to.size, 2);
	assert_memory_equal(to.bytes, "\xCC\xA9", 2);
	buf_reset(&to);
	assert_false(encoding_back("WINDOWS-1252", BYTES("\u3042"), &to));
	buf_clear(&to);
}

static const struct {
	const char *name, *text;
	char delimiter;
	size_t skip, cells, even, records;
} sniffed[] = {
	{"comma", "a,b,c\n1,2,3\n4,5,6\n", ',', 0, 3, 3, 3},
	{"semicolon, with commas in the texts", "a;b;c\n1;x, y;3\n4;5;6, 7, 8\n", ';', 0, 3, 3, 3},
	{"tab", "a\tb\n1\t2;3\n", '\t', 0, 2, 2, 2},
	{"pipe", "a|b\n1,5|2\n", '|', 0, 2, 2, 2},
	{"semicolons inside quotes", "a,b\n1,\"x;y;z\"\n", ',', 0, 2, 2, 2},
	{"one header name with a semicolon", "a,\"b;c\",d\n1,2,3\n", ',', 0, 3, 2, 2},
	{"a bad row does not change it", "a;b;c\n1;2\n4;5;6\n", ';', 0, 3, 2, 3},
	{"one column", "a\n1\n", ',', 0, 1, 2, 2},
	{"Excel's line", "sep=;\na;b\n1;2\n", ';', 6, 2, 2, 2},
	{"Excel's line with CR LF and another character", "sep=^\r\na^b\r\n", '^', 7, 2, 1, 1},
	{"nothing", "", ',', 0, 0, 0, 0},
};

static void
the_delimiter_is_found_over_many_lines(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof sniffed / sizeof sniffed[0]; i++) {
		struct dialect d;
		bool same;

		dialect_sniff(sniffed[i].text, strlen(sniffed[i].text), true, &d);
		same = d.delimiter == sniffed[i].delimiter && d.skip == sniffed[i].skip &&
		       d.cells == sniffed[i].cells && d.even == sniffed[i].even && d.records == sniffed[i].records;
		if (!same)
			print_error("%s: want '%c' %zu %zu %zu/%zu\n     got '%c' %zu %zu %zu/%zu\n", sniffed[i].name,
				sniffed[i].delimiter, sniffed[i].skip, sniffed[i].cells, sniffed[i].even,
				sniffed[i].records, d.delimiter, d.skip, d.cells, d.even, d.records);
		failed += !same;
	}
	assert_int_equal(failed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_found_out_or_not_clear),
		cmocka_unit_test(files_that_are_no_text_are_named),
		cmocka_unit_test(mojibake_is_mended_where_it_is_some),
		cmocka_unit_test(streams_become_utf8_and_lines_are_found_again),
		cmocka_unit_test(utf8_goes_back_or_says_that_it_cannot),
		cmocka_unit_test(the_delimiter_is_found_over_many_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
