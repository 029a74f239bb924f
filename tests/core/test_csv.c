/* csv: what every odd file becomes, read in blocks of every size. */
#include "core/csv.h"

#include "core/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

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

static bool
spill(void *context, const char *bytes, size_t size, struct err *e)
{
	(void)e;
	buf_add(context, bytes, size);
	return true;
}

/* A record as a line: "LINE@OFFSET+SIZE [a|b|""]", or the problem; the end of the stream as "end" or the error. */
static void
read_all(const char *bytes, size_t size, size_t step, size_t max_record, struct buf *out, struct buf *spilled)
{
	struct source s = {bytes, size, 0, step};
	struct csv_options o = {.max_record = max_record, .spill = spill, .spill_context = spilled};
	struct csv *c = csv_open("f.csv", &o, source_read, &s);
	struct csv_record r;
	struct err e;
	enum csv_step got;

	while ((got = csv_next(c, &r, &e)) == CSV_RECORD) {
		buf_format(out, "%d@%d+%d ", (int)r.line, (int)r.offset, (int)r.size);
		if (r.problem == CSV_OVERSIZE)
			buf_text(out, "oversize");
		else if (r.problem == CSV_STRAY_QUOTE)
			buf_format(out, "stray %d:%d", (int)r.problem_line, (int)r.problem_column);
		for (size_t i = 0; i < r.cell_count; i++) {
			buf_char(out, i == 0 ? '[' : '|');
			buf_add(out, r.cells[i].text, r.cells[i].size);
			buf_text(out, r.cells[i].quoted ? "\"\"" : "");
		}
		buf_text(out, r.cell_count > 0 ? "]\n" : "\n");
		if (r.raw != NULL)
			assert_memory_equal(r.raw, bytes + r.offset, r.size);
	}
	buf_text(out, got == CSV_END ? "end" : e.text);
	csv_close(c);
}

static const struct {
	const char *name, *bytes, *want;
	size_t max_record;
	const char *spilled;
} cases[] = {
	{"plain", "a,b\n1,2\n", "1@0+4 [a|b]\n2@4+4 [1|2]\nend", 0, ""},
	{"no line end at the end", "a,b\n1,2", "1@0+4 [a|b]\n2@4+3 [1|2]\nend", 0, ""},
	{"crlf", "a,b\r\n1,2\r\n", "1@0+5 [a|b]\n2@5+5 [1|2]\nend", 0, ""},
	{"cr", "a,b\r1,2\r", "1@0+4 [a|b]\n2@4+4 [1|2]\nend", 0, ""},
	{"mixed ends", "a\rb\r\nc\nd", "1@0+2 [a]\n2@2+3 [b]\n3@5+2 [c]\n4@7+1 [d]\nend", 0, ""},
	{"blanks are kept", " a ,\tb\t\n", "1@0+8 [ a |\tb\t]\nend", 0, ""},
	{"empty and quoted empty", "a,,\"\"\n", "1@0+6 [a||\"\"]\nend", 0, ""},
	{"doubled quotes", "\"say \"\"hi\"\"\",x\n", "1@0+15 [say \"hi\"|x]\nend", 0, ""},
	{"delimiter and line break inside quotes", "\"a,\nb\",\"c\r\nd\"\ne,f\n",
		"1@0+14 [a,\nb|c\r\nd]\n4@14+4 [e|f]\nend", 0, ""},
	{"empty lines are no records", "\n\na,b\n\r\n\nc,d\n\n", "3@2+4 [a|b]\n6@9+4 [c|d]\nend", 0, ""},
	{"an empty line inside quotes is text", "\"a\n\n\nb\"\nc\n", "1@0+8 [a\n\n\nb]\n5@8+2 [c]\nend", 0, ""},
	{"ends inside quotes", "a,b\nc,\"d\ne\n",
		"1@0+4 [a|b]\nf.csv:2: the file ends inside a quoted field that opens on this line", 0, ""},
	{"ends inside quotes opened on a later line", "\"a\nb\",\"c\n",
		"f.csv:2: the file ends inside a quoted field that opens on this line", 0, ""},
	{"text behind the closing quote", "a,b\n\"c\"d,e\nf,g\n", "1@0+4 [a|b]\n2@4+7 stray 2:4\n3@11+4 [f|g]\nend", 0,
		""},
	{"quote inside a bare field", "a,b\nsay \"hi\",e\nf,g\n", "1@0+4 [a|b]\n2@4+11 stray 2:5\n3@15+4 [f|g]\nend", 0,
		""},
	{"a runaway quote takes one line only", "1,\"abc,x\n2,\"ok\",y\n3,z\n",
		"1@0+9 stray 2:4\n2@9+9 [2|ok|y]\n3@18+4 [3|z]\nend", 0, ""},
	{"over the limit", "a,b\n1,0123456789\n2,c\n", "1@0+4 [a|b]\n2@4+13 oversize\n3@17+4 [2|c]\nend", 8,
		"1,0123456789\n"},
	{"over the limit with quoted line breaks", "1,\"01234\n56\"\"7,\r\n\"\n2,c\n",
		"1@0+19 oversize\n4@19+4 [2|c]\nend", 8, "1,\"01234\n56\"\"7,\r\n\"\n"},
	{"over the limit and without end", "1,\"0123456789\n2,c\n",
		"f.csv:1: the file ends inside a quoted field of the record that begins on this line", 8,
		"1,\"0123456789\n2,c\n"},
	{"over the limit at the end", "a\n0123456789", "1@0+2 [a]\n2@2+10 oversize\nend", 8, "0123456789"},
	{"nothing", "", "end", 0, ""},
	{"one empty line", "\n", "end", 0, ""},
	{"utf-8", "h\xc3\xa9,\xf0\x9f\x98\x80\n", "1@0+9 [h\xc3\xa9|\xf0\x9f\x98\x80]\nend", 0, ""},
};

static void
every_odd_file_reads_the_same_in_blocks_of_every_size(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		for (size_t step = 1; step <= strlen(cases[i].bytes) + 1; step++) {
			struct buf out = {0}, spilled = {0};

			buf_text(&spilled, "");
			read_all(cases[i].bytes, strlen(cases[i].bytes), step, cases[i].max_record, &out, &spilled);
			if (strcmp(out.bytes, cases[i].want) != 0 || strcmp(spilled.bytes, cases[i].spilled) != 0)
				fail_msg("%s, blocks of %d\nwant: %s\ngot:  %s\nspilled: %s", cases[i].name, (int)step,
					cases[i].want, out.bytes, spilled.bytes);
			buf_clear(&out);
			buf_clear(&spilled);
		}
}

static void
a_nul_byte_is_a_byte_of_its_cell(void **state)
{
	struct buf out = {0}, spilled = {0};

	(void)state;
	read_all("a\0b,c\n", 6, 100, 0, &out, &spilled);
	assert_int_equal(out.size, strlen("1@0+6 [a.b|c]\nend"));
	assert_memory_equal(out.bytes, "1@0+6 [a\0b|c]\nend", out.size);
	buf_clear(&out);
	buf_clear(&spilled);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_odd_file_reads_the_same_in_blocks_of_every_size),
		cmocka_unit_test(a_nul_byte_is_a_byte_of_its_cell),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
