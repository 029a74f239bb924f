#include "core/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *text;
	enum number_verdict narrow, wide; /* without the point */
	int64_t want;
} plain[] = {
	{"0", NUMBER_GOOD, NUMBER_GOOD, 0}, {"12", NUMBER_GOOD, NUMBER_GOOD, 12},
	{" 12 ", NUMBER_GOOD, NUMBER_GOOD, 12}, {"\t\n\v\f\r 12\r\n", NUMBER_GOOD, NUMBER_GOOD, 12},
	{"+12", NUMBER_GOOD, NUMBER_GOOD, 12}, {"0012", NUMBER_GOOD, NUMBER_GOOD, 12},
	{" +0012 ", NUMBER_GOOD, NUMBER_GOOD, 12}, {"-7", NUMBER_GOOD, NUMBER_GOOD, -7},
	{"-0", NUMBER_GOOD, NUMBER_GOOD, 0},
	{"00000000000000000000000000000000000000012", NUMBER_GOOD, NUMBER_GOOD, 12},
	{"2147483647", NUMBER_GOOD, NUMBER_GOOD, 2147483647}, {"2147483648", NUMBER_RANGE, NUMBER_GOOD, 2147483648},
	{"-2147483648", NUMBER_GOOD, NUMBER_GOOD, -2147483648LL},
	{"-2147483649", NUMBER_RANGE, NUMBER_GOOD, -2147483649LL},
	{"9007199254740993", NUMBER_RANGE, NUMBER_GOOD, 9007199254740993},
	{"9223372036854775807", NUMBER_RANGE, NUMBER_GOOD, INT64_MAX},
	{"9223372036854775808", NUMBER_RANGE, NUMBER_RANGE, 0},
	{"-9223372036854775808", NUMBER_RANGE, NUMBER_GOOD, INT64_MIN},
	{"-9223372036854775809", NUMBER_RANGE, NUMBER_RANGE, 0},
	{"18446744073709551616", NUMBER_RANGE, NUMBER_RANGE, 0},
	{"18446744073709551617", NUMBER_RANGE, NUMBER_RANGE, 0},
	{"99999999999999999999999999999999999999999", NUMBER_RANGE, NUMBER_RANGE, 0},
	{"99999999999999999999999999999999999999999x", NUMBER_NONE, NUMBER_NONE, 0}, {"", NUMBER_NONE, NUMBER_NONE, 0},
	{" ", NUMBER_NONE, NUMBER_NONE, 0}, {"+", NUMBER_NONE, NUMBER_NONE, 0}, {"-", NUMBER_NONE, NUMBER_NONE, 0},
	{"+-1", NUMBER_NONE, NUMBER_NONE, 0}, {"--1", NUMBER_NONE, NUMBER_NONE, 0},
	{"+ 1", NUMBER_NONE, NUMBER_NONE, 0}, {"1 2", NUMBER_NONE, NUMBER_NONE, 0},
	{"12a", NUMBER_NONE, NUMBER_NONE, 0}, {"a12", NUMBER_NONE, NUMBER_NONE, 0},
	{"1,234", NUMBER_NONE, NUMBER_NONE, 0}, {"1_000", NUMBER_NONE, NUMBER_NONE, 0},
	{"0x1F", NUMBER_NONE, NUMBER_NONE, 0}, {"NULL", NUMBER_NONE, NUMBER_NONE, 0},
	{"nan", NUMBER_NONE, NUMBER_NONE, 0}, {"1-", NUMBER_NONE, NUMBER_NONE, 0}, {"1e5", NUMBER_NONE, NUMBER_NONE, 0},
	{"12.", NUMBER_NONE, NUMBER_NONE, 0}, {"12345.0", NUMBER_NONE, NUMBER_NONE, 0},
	{"12345.5", NUMBER_NONE, NUMBER_NONE, 0}, {"1.2E+05", NUMBER_NONE, NUMBER_NONE, 0},
	{"\xC2\xA0"
	 "12",
		NUMBER_NONE, NUMBER_NONE, 0},		   /* the no-break space is no ASCII blank */
	{"\xD9\xA1\xD9\xA2", NUMBER_NONE, NUMBER_NONE, 0}, /* Arabic digits */
};

static const struct {
	const char *text;
	enum number_verdict wide; /* with the point */
	int64_t want;
} pointed[] = {
	{"12345.0", NUMBER_GOOD, 12345},
	{"12345.", NUMBER_GOOD, 12345},
	{"-12345.000", NUMBER_GOOD, -12345},
	{" +12.00 ", NUMBER_GOOD, 12},
	{"12", NUMBER_GOOD, 12},
	{"0.0", NUMBER_GOOD, 0},
	{"9223372036854775807.0", NUMBER_GOOD, INT64_MAX},
	{"9223372036854775808.0", NUMBER_RANGE, 0},
	{"9007199254740993.0", NUMBER_GOOD, 9007199254740993},
	{"12345.5", NUMBER_NONE, 0},
	{"12345.0000000001", NUMBER_NONE, 0},
	{"99999999999999999999.5", NUMBER_NONE, 0},
	{"1.2E+05", NUMBER_NONE, 0},
	{"1.0E+05", NUMBER_NONE, 0},
	{"1.0e0", NUMBER_NONE, 0},
	{"12.0.0", NUMBER_NONE, 0},
	{"12..", NUMBER_NONE, 0},
	{"12,0", NUMBER_NONE, 0},
	{"12. 0", NUMBER_NONE, 0},
	{".0", NUMBER_NONE, 0},
	{".", NUMBER_NONE, 0},
	{"+.0", NUMBER_NONE, 0},
};

static const char *const names[] = {"a number", "not a number", "out of range"};

static void
assert_verdict(const char *text, enum number_verdict got, int64_t got_n, enum number_verdict want, int64_t want_n)
{
	if (got != want || got_n != want_n)
		fail_msg("'%s': want %s, %lld; got %s, %lld", text, names[want], (long long)want_n, names[got],
			(long long)got_n);
}

static void
ids_are_read_exactly_or_refused_with_the_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		const char *text = plain[i].text;
		int32_t narrow = 77;
		int64_t wide = 77;
		enum number_verdict verdict = number_int32(text, strlen(text), false, &narrow);

		assert_verdict(
			text, verdict, narrow, plain[i].narrow, plain[i].narrow == NUMBER_GOOD ? plain[i].want : 77);
		verdict = number_int64(text, strlen(text), false, &wide);
		assert_verdict(text, verdict, wide, plain[i].wide, plain[i].wide == NUMBER_GOOD ? plain[i].want : 77);
	}
}

static void
a_point_with_zeros_is_read_only_when_asked_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof pointed / sizeof *pointed; i++) {
		const char *text = pointed[i].text;
		int64_t wide = 77;
		enum number_verdict verdict = number_int64(text, strlen(text), true, &wide);

		assert_verdict(
			text, verdict, wide, pointed[i].wide, pointed[i].wide == NUMBER_GOOD ? pointed[i].want : 77);
		if (strchr(text, '.') != NULL)
			assert_int_equal(number_int64(text, strlen(text), false, &wide), NUMBER_NONE);
	}
}

static void
only_the_given_bytes_are_read(void **state)
{
	int32_t n = 0;

	(void)state;
	assert_int_equal(number_int32("123456", 3, false, &n), NUMBER_GOOD);
	assert_int_equal(n, 123);
	assert_int_equal(number_int32("12\0", 3, false, &n), NUMBER_NONE);
	assert_int_equal(number_int32("12\0"
				      "3",
				 4, true, &n),
		NUMBER_NONE);
	assert_int_equal(number_int32(NULL, 0, false, &n), NUMBER_NONE);
}

/* Around every power of ten and of two the text comes back as it was printed. */
static void
printed_numbers_come_back(void **state)
{
	(void)state;
	for (int bit = 0; bit < 63; bit++)
		for (int64_t near = -3; near <= 2; near++)
			for (int sign = -1; sign <= 1; sign += 2) {
				int64_t want = (int64_t)((UINT64_C(1) << bit) + (uint64_t)near) * sign, got = 0;
				char text[32];
				int size = snprintf(text, sizeof text, "%lld", (long long)want);

				assert_int_equal(number_int64(text, (size_t)size, false, &got), NUMBER_GOOD);
				if (got != want)
					fail_msg("want %s, got %lld", text, (long long)got);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_read_exactly_or_refused_with_the_reason),
		cmocka_unit_test(a_point_with_zeros_is_read_only_when_asked_for),
		cmocka_unit_test(only_the_given_bytes_are_read),
		cmocka_unit_test(printed_numbers_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
