/* reader: what every kind of cell becomes, and the code, column and message of every reject. */
#include "steps/stage/input/reader.h"

#include "core/buf.h"
#include "core/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The settings of the rule set plan. */
static struct reader_options
plan(void)
{
	return (struct reader_options){
		.csv.max_record = 1 << 20, .null_markers = "NULL NaN NaT None", .sentinel_dates = "1900-01-01"};
}

static void
put_value(struct buf *out, const struct value *value)
{
	if (value->kind == VALUE_NULL)
		buf_text(out, "NULL");
	else if (value->kind == VALUE_INT)
		buf_int(out, value->number);
	else
		buf_format(out, "'%.*s'", (int)value->size, value->text);
}

/* Reads the file `text`; adds a line a row: the values of the columns given, or LINE CODE COLUMN: MESSAGE; at the end
 * the error, if there is one. */
static void
read_rows(const char *text, size_t size, const struct reader_options *options, const enum source_column *columns,
	size_t count, struct buf *out)
{
	char dir[] = "/tmp/test_reader.XXXXXX", *path;
	struct reader_options o = *options;
	enum csv_step step = CSV_FAILED;
	struct arena arena = {0};
	struct reader *reader;
	struct err e = {0};
	struct row row;

	assert_non_null(mkdtemp(dir));
	path = file_join(dir, "f.csv");
	assert_true(file_write(path, text, size, &e));
	o.zone = zone_open("UTC", &e);
	reader = reader_open(path, &o, &e);
	while (reader != NULL && (step = reader_next(reader, &row, &arena, &e)) == CSV_RECORD) {
		if (row.code != NULL)
			buf_format(out, "%d %s %s: %s", (int)row.line, row.code, row.column == NULL ? "-" : row.column,
				row.message);
		for (size_t i = 0; row.code == NULL && i < count; i++) {
			buf_text(out, i > 0 ? " " : "");
			put_value(out, &row.values[columns[i]]);
		}
		buf_char(out, '\n');
	}
	if (step == CSV_FAILED)
		buf_text(out, e.text);
	buf_char(out, '\0');
	reader_close(reader);
	zone_close(o.zone);
	arena_clear(&arena);
	assert_true(file_remove_tree(dir, &e));
	free(path);
}

/* A cell in the middle of a good row. */
struct cell_case {
	const char *column;
	enum source_column at;
	const char *cell, *want;
};

static const struct cell_case cells[] = {
	/* whole numbers of 32 bits */
	{"Person_Id", PERSON_ID, "17", "17"},
	{"Person_Id", PERSON_ID, " 17 ", "17"},
	{"Person_Id", PERSON_ID, "0", "0"},
	{"Person_Id", PERSON_ID, "-1", "-1"},
	{"Person_Id", PERSON_ID, "2147483647", "2147483647"},
	{"Person_Id", PERSON_ID, "2147483648", "INVALID_NUMBER_SIZE"},
	{"Person_Id", PERSON_ID, "-2147483648", "-2147483648"},
	{"Person_Id", PERSON_ID, "-2147483649", "INVALID_NUMBER_SIZE"},
	{"Person_Id", PERSON_ID, "12345.0", "12345"},
	{"Person_Id", PERSON_ID, "12345.5", "COULD_NOT_PARSE_NUMBER"},
	{"Person_Id", PERSON_ID, "1.2E+05", "COULD_NOT_PARSE_NUMBER"},
	{"Person_Id", PERSON_ID, "12a", "COULD_NOT_PARSE_NUMBER"},
	{"Person_Id", PERSON_ID, "\"12,345\"", "COULD_NOT_PARSE_NUMBER"},
	{"Person_Id", PERSON_ID, "0x10", "COULD_NOT_PARSE_NUMBER"},
	{"Person_Id", PERSON_ID, "", "NULL"},
	{"Person_Id", PERSON_ID, "\"\"", "NULL"},
	{"Person_Id", PERSON_ID, "NULL", "NULL"},
	{"Person_Id", PERSON_ID, "NaN", "NULL"},
	/* times: without offset as they are, with one on the source's clock */
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04 09:00:00", "'2023-05-04 09:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04T09:00:00", "'2023-05-04 09:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04 09:00:00.25", "'2023-05-04 09:00:00.25'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04", "'2023-05-04 00:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04 09:00", "'2023-05-04 09:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04T09:00:00Z", "'2023-05-04 09:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04T09:00:00+02:00", "'2023-05-04 07:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04T23:30:00-0230", "'2023-05-05 02:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2024-02-29", "'2024-02-29 00:00:00'"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-02-29", "COULD_NOT_PARSE_DATE"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-13-01", "COULD_NOT_PARSE_DATE"},
	{"Comm_ToDateTime", COMM_TODATETIME, "2023-05-04 24:30:00", "COULD_NOT_PARSE_DATE"},
	{"Comm_ToDateTime", COMM_TODATETIME, "soon", "COULD_NOT_PARSE_DATE"},
	{"Comm_ToDateTime", COMM_TODATETIME, "NaT", "NULL"},
	{"Comm_ToDateTime", COMM_TODATETIME, "1900-01-01 00:00:00", "'1900-01-01 00:00:00'"},
	/* texts keep every byte; an empty cell is no value */
	{"Comm_Note", COMM_NOTE, "  two  ", "'  two  '"},
	{"Comm_Note", COMM_NOTE, "\"a \"\"b\"\"\r\nc\"", "'a \"b\"\r\nc'"},
	{"Comm_Note", COMM_NOTE, "", "NULL"},
	{"Comm_Note", COMM_NOTE, "'=1+1", "''=1+1'"},
	{"Comm_Status", COMM_STATUS, "None", "'None'"},
	{"Comm_Note", COMM_NOTE, "NULL", "'NULL'"},
};

static void
every_kind_of_cell_becomes_its_value_or_a_reject_with_its_code(void **state)
{
	struct reader_options options = plan();
	struct buf text = {0}, got = {0};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++) {
		const struct cell_case *c = &cells[i];
		const char *said;

		buf_reset(&text);
		buf_reset(&got);
		buf_format(&text, "Comm_CommunicationId,Comm_Type,%s,Comm_DateTime,Comm_CreatedDate\r\n", c->column);
		buf_format(&text, "1,Task,%s,2023-01-01,2023-01-01\r\n", c->cell);
		read_rows(text.bytes, text.size, &options, &c->at, 1, &got);
		said = got.bytes;
		if (c->want[0] >= 'A' && c->want[0] <= 'Z' && strcmp(c->want, "NULL") != 0)
			said = strstr(got.bytes, c->want) == NULL || strstr(got.bytes, c->column) == NULL ? got.bytes
													  : c->want;
		else if (got.size > 1)
			got.bytes[got.size - 2] = '\0';
		if (strcmp(said, c->want) != 0) {
			print_error("%s %s\nwant %s\ngot  %s\n", c->column, c->cell, c->want, got.bytes);
			failures++;
		}
	}
	buf_clear(&text);
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

/* Whole files: with the columns id and note shown. */
#define HEADER "Comm_CommunicationId,Comm_Type,Comm_Note,Comm_DateTime,Comm_CreatedDate\n"
#define END    ",2023-01-01,2023-01-01\n"

static const struct {
	const char *name, *text, *want;
} files[] = {
	{"a good row", HEADER "1,Task,a" END, "1 'a'\n"},
	{"columns in any order and case",
		"COMM_NOTE,comm_createddate,Comm_Datetime,comm_type,COMM_COMMUNICATIONID\na,2023-01-01,"
		"2023-01-01,Task,1\n",
		"1 'a'\n"},
	{"no type", HEADER "1,,a" END,
		"2 MISSING_REQUIRED_PROPERTY Comm_Type: has no value, and every row needs one\n"},
	{"no id", HEADER ",Task,a" END,
		"2 MISSING_REQUIRED_PROPERTY Comm_CommunicationId: has no value, and every row needs one\n"},
	{"a row too short", HEADER "1,Task,a\n2,Task,b" END,
		"2 INCORRECT_NUMBER_OF_COLUMNS -: 3 columns, the header has 5; the record stands in rejects.raw\n2 "
		"'b'\n"},
	{"a row too long", HEADER "1,Task,a,b" END,
		"2 INCORRECT_NUMBER_OF_COLUMNS -: 6 columns, the header has 5; the record stands in rejects.raw\n"},
	{"a stray quote", HEADER "1,Task,\"a\"b" END "2,Task,c" END,
		"2 COULD_NOT_PARSE_ROW -: line 2, byte 11: a quote stands where none may be; the line stands in "
		"rejects.raw\n2 'c'\n"},
	{"a quote that is never closed", HEADER "1,Task,a" END "2,Task,\"b" END "3,Task,c" END,
		"1 'a'\nf.csv:3: the file ends inside a quoted field that opens on this line"},
	{"a column is missing", "Comm_CommunicationId,Comm_Type,Comm_Note,Comm_CreatedDate\n1,Task,a,2023-01-01\n",
		"f.csv:1: required columns are missing: Comm_DateTime"},
	{"a byte that is not text", HEADER "1,Task,a\001b" END, "1 'a\001b'\n"},
};

static void
every_odd_file_is_read_as_far_as_it_can_be(void **state)
{
	static const enum source_column shown[] = {COMM_COMMUNICATIONID, COMM_NOTE};
	struct reader_options options = plan();
	struct buf got = {0};
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		buf_reset(&got);
		read_rows(files[i].text, strlen(files[i].text), &options, shown, COUNT(shown), &got);
		if (strcmp(got.bytes, files[i].want) != 0) {
			print_error("%s\nwant %s\ngot  %s\n", files[i].name, files[i].want, got.bytes);
			failures++;
		}
	}
	buf_clear(&got);
	assert_int_equal(failures, 0);
}

static void
a_text_may_have_as_many_characters_as_its_column_and_not_one_more(void **state)
{
	static const enum source_column shown[] = {COMM_COMMUNICATIONID};
	struct reader_options options = plan();
	size_t max = source_columns[PERSON_FIRSTNAME].max_length;
	struct buf text = {0}, got = {0};

	(void)state;
	assert_int_not_equal(max, 0);
	buf_text(&text, "Comm_CommunicationId,Comm_Type,Person_FirstName,Comm_DateTime,Comm_CreatedDate\n");
	for (size_t more = 0; more < 2; more++) {
		buf_format(&text, "%d,Task,", (int)more + 1);
		for (size_t i = 0; i < max + more; i++)
			buf_text(&text, "\xC3\xA9");
		buf_text(&text, END);
	}
	read_rows(text.bytes, text.size, &options, shown, 1, &got);
	assert_memory_equal(got.bytes, "1\n3 COLUMN_TOO_LARGE Person_FirstName: ", 39);
	buf_clear(&text);
	buf_clear(&got);
}

static void
a_record_over_the_limit_is_a_reject_and_the_next_one_is_read(void **state)
{
	static const enum source_column shown[] = {COMM_COMMUNICATIONID, COMM_NOTE};
	struct reader_options options = plan();
	struct buf text = {0}, got = {0};

	(void)state;
	options.csv.max_record = 200;
	buf_text(&text, HEADER "1,Task,\"");
	for (int i = 0; i < 100; i++)
		buf_text(&text, "long\n");
	buf_text(&text, "\"" END "2,Task,short" END);
	read_rows(text.bytes, text.size, &options, shown, COUNT(shown), &got);
	assert_string_equal(got.bytes,
		"2 ROW_DATA_TOO_LARGE -: 532 bytes, at most 200 are allowed; it stands in rejects.raw\n2 'short'\n");
	buf_clear(&text);
	buf_clear(&got);
}

static void
a_rule_set_may_take_zero_ids_and_sentinel_dates_for_none(void **state)
{
	static const enum source_column shown[] = {PERSON_ID, COMM_TODATETIME};
	static const char text[] =
		"Comm_CommunicationId,Comm_Type,Person_Id,Comm_ToDateTime,Comm_DateTime,Comm_CreatedDate\n"
		"1,Task,0,1900-01-01,2023-01-01,2023-01-01\n";
	struct reader_options options = plan();
	struct buf got = {0};

	(void)state;
	read_rows(text, strlen(text), &options, shown, COUNT(shown), &got);
	assert_string_equal(got.bytes, "0 '1900-01-01 00:00:00'\n");
	options.zero_id_is_null = options.sentinel_is_null = true;
	buf_reset(&got);
	read_rows(text, strlen(text), &options, shown, COUNT(shown), &got);
	assert_string_equal(got.bytes, "NULL NULL\n");
	buf_clear(&got);
}

static void
a_header_alone_is_refused_unless_it_is_allowed(void **state)
{
	static const enum source_column shown[] = {COMM_COMMUNICATIONID};
	struct reader_options options = plan();
	struct buf got = {0};

	(void)state;
	read_rows(HEADER, strlen(HEADER), &options, shown, 1, &got);
	assert_string_equal(got.bytes, "f.csv has a header and no row (--allow-empty takes it)");
	options.allow_empty = true;
	buf_reset(&got);
	read_rows(HEADER, strlen(HEADER), &options, shown, 1, &got);
	assert_string_equal(got.bytes, "");
	buf_clear(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_cell_becomes_its_value_or_a_reject_with_its_code),
		cmocka_unit_test(every_odd_file_is_read_as_far_as_it_can_be),
		cmocka_unit_test(a_text_may_have_as_many_characters_as_its_column_and_not_one_more),
		cmocka_unit_test(a_record_over_the_limit_is_a_reject_and_the_next_one_is_read),
		cmocka_unit_test(a_rule_set_may_take_zero_ids_and_sentinel_dates_for_none),
		cmocka_unit_test(a_header_alone_is_refused_unless_it_is_allowed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
