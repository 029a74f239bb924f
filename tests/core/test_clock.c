#include "core/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NO_OFFSET = INT32_MIN };

#define DATE_ONLY "date only"

static const struct {
	const char *text;
	int64_t seconds;
	int micros, offset;
	bool date_only;
	const char *written; /* by clock_write() */
} good[] = {
	{"2023-05-04 09:00:00", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{"2023-05-04T09:00:00", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{"2023-05-04t09:00:00z", 1683190800, 0, 0, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{"2023-05-04T09:00Z", 1683190800, 0, 0, false, "2023-05-04 09:00:00"},
	{"2023-05-04", 1683158400, 0, NO_OFFSET, true, "2023-05-04 00:00:00"},
	{" \t2023-05-04 09:00:00\r\n", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{" 2023-05-04 ", 1683158400, 0, NO_OFFSET, true, "2023-05-04 00:00:00"},
	{"2023-05-04 09:00:00.1", 1683190800, 100000, NO_OFFSET, false, "2023-05-04 09:00:00.1"},
	{"2023-05-04 09:00:00.120", 1683190800, 120000, NO_OFFSET, false, "2023-05-04 09:00:00.12"},
	{"2023-05-04 09:00:00.000", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00.000001", 1683190800, 1, NO_OFFSET, false, "2023-05-04 09:00:00.000001"},
	{"2023-05-04 09:00:00.999999", 1683190800, 999999, NO_OFFSET, false, "2023-05-04 09:00:00.999999"},
	{"2023-05-04 09:00:00.1234560", 1683190800, 123456, NO_OFFSET, false, "2023-05-04 09:00:00.123456"},
	{"2023-05-04 09:00:00.0000000", 1683190800, 0, NO_OFFSET, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00.12345600000000000000000", 1683190800, 123456, NO_OFFSET, false,
		"2023-05-04 09:00:00.123456"},
	{"2023-05-04T09:00:00.500Z", 1683190800, 500000, 0, false, "2023-05-04 09:00:00.5"},
	{"2023-05-04T09:00:00+02:00", 1683190800, 0, 7200, false, "2023-05-04 09:00:00"},
	{"2023-05-04T09:00:00+0200", 1683190800, 0, 7200, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00+02", 1683190800, 0, 7200, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00.0000000 +02:00", 1683190800, 0, 7200, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00 Z", 1683190800, 0, 0, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00-03:30", 1683190800, 0, -12600, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00-00:00", 1683190800, 0, 0, false, "2023-05-04 09:00:00"},
	{"2023-05-04 09:00:00+15:59", 1683190800, 0, 57540, false, "2023-05-04 09:00:00"},
	{"1970-01-01 00:00:00", 0, 0, NO_OFFSET, false, "1970-01-01 00:00:00"},
	{"1969-12-31 23:59:59.5", -1, 500000, NO_OFFSET, false, "1969-12-31 23:59:59.5"},
	{"2000-02-29", 951782400, 0, NO_OFFSET, true, "2000-02-29 00:00:00"},
	{"2024-02-29 23:59:59", 1709251199, 0, NO_OFFSET, false, "2024-02-29 23:59:59"},
	{"1900-01-01", -2208988800, 0, NO_OFFSET, true, "1900-01-01 00:00:00"},
	{"1899-12-30", -2209161600, 0, NO_OFFSET, true, "1899-12-30 00:00:00"},
	{"2038-01-19 03:14:08", INT64_C(2147483648), 0, NO_OFFSET, false, "2038-01-19 03:14:08"},
	{"0001-01-01", CLOCK_FIRST, 0, NO_OFFSET, true, "0001-01-01 00:00:00"},
	{"0400-02-29 12:00:00", INT64_C(-49539297600), 0, NO_OFFSET, false, "0400-02-29 12:00:00"},
	{"9999-12-31 23:59:59.999999", CLOCK_LAST, 999999, NO_OFFSET, false, "9999-12-31 23:59:59.999999"},
};

static void
good_timestamps_are_read_and_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char written[CLOCK_TEXT_MAX];
		struct clock_time t;
		enum clock_verdict verdict = clock_parse(good[i].text, strlen(good[i].text), &t);
		bool has_offset = good[i].offset != NO_OFFSET;

		if (verdict != CLOCK_GOOD)
			fail_msg("'%s' %s", good[i].text, clock_reason(verdict));
		if (t.seconds != good[i].seconds || t.micros != good[i].micros || t.date_only != good[i].date_only ||
			t.has_offset != has_offset || t.offset_seconds != (has_offset ? good[i].offset : 0))
			fail_msg("'%s': want %lld, got %lld.%06d, offset %d %d, date only %d", good[i].text,
				(long long)good[i].seconds, (long long)t.seconds, t.micros, t.has_offset,
				t.offset_seconds, t.date_only);
		assert_int_equal(clock_write(written, t.seconds, t.micros), strlen(good[i].written));
		assert_string_equal(written, good[i].written);
	}
}

static const struct {
	const char *text;
	enum clock_verdict want;
} bad[] = {
	{"", CLOCK_NOT_A_DATE},
	{" ", CLOCK_NOT_A_DATE},
	{"NULL", CLOCK_NOT_A_DATE},
	{"infinity", CLOCK_NOT_A_DATE},
	{"31/02/2024", CLOCK_NOT_A_DATE},
	{"05/04/2023 09:00", CLOCK_NOT_A_DATE},
	{"2023/05/04", CLOCK_NOT_A_DATE},
	{"20230504", CLOCK_NOT_A_DATE},
	{"2023-5-4", CLOCK_NOT_A_DATE},
	{"23-05-04", CLOCK_NOT_A_DATE},
	{"2023-05", CLOCK_NOT_A_DATE},
	{"2023-05-04-", CLOCK_NOT_A_DATE},
	{"2023-00-04", CLOCK_NOT_A_DATE},
	{"2023-13-04", CLOCK_NOT_A_DATE},
	{"2023-05-00", CLOCK_NOT_A_DATE},
	{"2023-04-31", CLOCK_NOT_A_DATE},
	{"2023-02-29", CLOCK_NOT_A_DATE},
	{"1900-02-29", CLOCK_NOT_A_DATE},
	{"2100-02-29", CLOCK_NOT_A_DATE},
	{"2023-01-32", CLOCK_NOT_A_DATE},
	{"2023-05-04 ", CLOCK_GOOD}, /* the blank at the end is a surrounding one */
	{"2023-05-04T", CLOCK_NOT_A_DATE},
	{"2023-05-04T ", CLOCK_NOT_A_DATE},
	{"2023-05-04 9:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 09", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:", CLOCK_NOT_A_DATE},
	{"2023-05-04 0900", CLOCK_NOT_A_DATE},
	{"2023-05-04  09:00:00", CLOCK_NOT_A_DATE},
	{"2023-05-04T 09:00:00", CLOCK_NOT_A_DATE},
	{"2023-05-04_09:00:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 24:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 24:00:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 23:60:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 23:59:60", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00.", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00.5", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00,5", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00.5x", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00.-5", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00 PM", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00 UTC", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00  +02:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+2", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+02:", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+02:0", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+02:60", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+16:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00+02:00:00", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00Z+02", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00ZZ", CLOCK_NOT_A_DATE},
	{"2023-05-04Z", CLOCK_NOT_A_DATE},
	{"2023-05-04+02:00", CLOCK_NOT_A_DATE},
	{"0044-03-15 BC", CLOCK_NOT_A_DATE},
	{"45050.375", CLOCK_NOT_A_DATE},
	{"+2023-05-04", CLOCK_NOT_A_DATE},
	{"02023-05-04", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00\xC2\xA0", CLOCK_NOT_A_DATE},
	{"0000-01-01", CLOCK_YEAR},
	{"0000-02-29", CLOCK_YEAR},
	{"-0044-03-15", CLOCK_YEAR},
	{"10000-01-01", CLOCK_YEAR},
	{"12023-05-04 09:00:00", CLOCK_YEAR},
	{"99999999999999999999999-05-04", CLOCK_YEAR},
	{"10000-01-01 24:00", CLOCK_NOT_A_DATE},
	{"10000-02-30", CLOCK_NOT_A_DATE},
	{"2023-05-04 09:00:00.0000001", CLOCK_FINE},
	{"2023-05-04 09:00:00.123456789", CLOCK_FINE},
	{"2023-05-04 09:00:00.12345610", CLOCK_FINE},
	{"2023-05-04 09:00:00.12345600001Z", CLOCK_FINE},
	{"2023-05-04 09:00:00.1234567x", CLOCK_NOT_A_DATE},
};

static void
everything_else_is_refused_with_its_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct clock_time t;
		enum clock_verdict got = clock_parse(bad[i].text, strlen(bad[i].text), &t);

		if (got != bad[i].want)
			fail_msg(
				"'%s': want '%s', got '%s'", bad[i].text, clock_reason(bad[i].want), clock_reason(got));
	}
	assert_int_equal(clock_parse("2023-05-04\0", 11, &(struct clock_time){0}), CLOCK_NOT_A_DATE);
	assert_int_equal(clock_parse("2023-05-04 09:00:00\0", 20, &(struct clock_time){0}), CLOCK_NOT_A_DATE);
}

/* Cutting a good text anywhere gives a shorter good text or none; it never reads on. */
static void
only_the_given_bytes_are_read(void **state)
{
	const char *text = "2023-05-04 09:00:00.123456+02:00";

	(void)state;
	for (size_t size = 0; size <= strlen(text); size++) {
		struct clock_time t;
		bool want = size == 10 || size == 11 || size == 16 || size == 19 || (size >= 21 && size <= 26) ||
			    size == 29 || size == 32;

		if ((clock_parse(text, size, &t) == CLOCK_GOOD) != want)
			fail_msg("the first %zu bytes: want %d", size, want);
	}
}

/* Counts the days one by one, by the rules everybody learnt at school, and compares every one. */
static void
every_day_from_0001_to_9999_is_read_and_written(void **state)
{
	int64_t seconds = CLOCK_FIRST;

	(void)state;
	for (int year = 1; year <= 9999; year++)
		for (int month = 1; month <= 12; month++) {
			bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
			int days = month == 2						   ? 28 + leap
				   : month == 4 || month == 6 || month == 9 || month == 11 ? 30
											   : 31;

			for (int day = 1; day <= days; day++, seconds += 86400) {
				char want[64], got[CLOCK_TEXT_MAX];
				struct clock_time t = {0};
				int size = snprintf(want, sizeof want, "%04d-%02d-%02d 23:59:59", year, month, day);

				clock_write(got, seconds + 86399, 0);
				if (strcmp(want, got) != 0)
					fail_msg("want %s, got %s", want, got);
				if (clock_parse(want, (size_t)size, &t) != CLOCK_GOOD || t.seconds != seconds + 86399)
					fail_msg("%s: want %lld, got %lld", want, (long long)seconds + 86399,
						(long long)t.seconds);
			}
		}
	assert_int_equal(seconds, CLOCK_LAST + 1);
}

static const struct {
	int64_t seconds;
	int micros;
	const char *want;
} utc[] = {
	{0, 0, "1970-01-01T00:00:00.000Z"},
	{-1, 999999, "1969-12-31T23:59:59.999Z"},
	{1683190800, 1999, "2023-05-04T09:00:00.001Z"},
	{1683190800, 999, "2023-05-04T09:00:00.000Z"},
	{CLOCK_FIRST, 0, "0001-01-01T00:00:00.000Z"},
	{CLOCK_LAST, 500000, "9999-12-31T23:59:59.500Z"},
	{CLOCK_FIRST - 1, 0, ""},
	{CLOCK_LAST + 1, 0, ""},
	{INT64_MIN, 0, ""},
	{INT64_MAX, 0, ""},
};

static void
utc_is_written_in_milliseconds_and_nothing_out_of_range(void **state)
{
	char got[CLOCK_TEXT_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof utc / sizeof *utc; i++) {
		assert_int_equal(clock_write_utc(got, utc[i].seconds, utc[i].micros), strlen(utc[i].want));
		assert_string_equal(got, utc[i].want);
		if (utc[i].want[0] == '\0')
			assert_int_equal(clock_write(got, utc[i].seconds, utc[i].micros), 0);
	}
}

static void
as_of_is_source_date_epoch_when_it_is_set(void **state)
{
	static const char *const refused[] = {"x", "12x", "1.5", "-62135596801", "253402300800", " "};
	int64_t seconds = 7, before = clock_now();
	struct err err = {0};

	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1683190800", 1);
	assert_true(clock_as_of(&seconds, &err));
	assert_int_equal(seconds, 1683190800);
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		setenv("SOURCE_DATE_EPOCH", refused[i], 1);
		assert_false(clock_as_of(&seconds, &err));
		assert_int_equal(err.kind, ERR_USAGE);
		assert_int_equal(seconds, 1683190800);
	}
	setenv("SOURCE_DATE_EPOCH", "", 1);
	assert_true(clock_as_of(&seconds, &err));
	assert_in_range(seconds, before, clock_now());
	unsetenv("SOURCE_DATE_EPOCH");
	assert_true(clock_as_of(&seconds, &err));
	assert_in_range(seconds, before, clock_now());
}

static void
ticks_never_go_backwards(void **state)
{
	int64_t last = clock_ticks();

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int64_t now = clock_ticks();

		assert_true(now >= last);
		last = now;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_timestamps_are_read_and_written),
		cmocka_unit_test(everything_else_is_refused_with_its_reason),
		cmocka_unit_test(only_the_given_bytes_are_read),
		cmocka_unit_test(every_day_from_0001_to_9999_is_read_and_written),
		cmocka_unit_test(utc_is_written_in_milliseconds_and_nothing_out_of_range),
		cmocka_unit_test(as_of_is_source_date_epoch_when_it_is_set),
		cmocka_unit_test(ticks_never_go_backwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
