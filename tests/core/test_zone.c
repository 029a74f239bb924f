#include "core/clock.h"
#include "core/file.h"
#include "core/mem.h"
#include "core/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { HOUR = 3600, DAY = 86400, TYPE_AND_NAME = 10 };

static const char *const verdicts[] = {"normal", "twice", "never"};

static int64_t
seconds_of(const char *text)
{
	struct clock_time t = {0};

	if (clock_parse(text, strlen(text), &t) != CLOCK_GOOD)
		fail_msg("the test itself: '%s' is no date", text);
	return t.seconds;
}

static void
write_both(char want_text[CLOCK_TEXT_MAX], int64_t want, char got_text[CLOCK_TEXT_MAX], int64_t got)
{
	clock_write(want_text, want, 0);
	clock_write(got_text, got, 0);
}

static void
assert_conversion(const char *name, int64_t local, enum zone_verdict got, int64_t got_utc, enum zone_verdict want,
	int64_t want_utc)
{
	char local_text[CLOCK_TEXT_MAX], want_text[CLOCK_TEXT_MAX], got_text[CLOCK_TEXT_MAX];

	if (got == want && got_utc == want_utc)
		return;
	clock_write(local_text, local, 0);
	write_both(want_text, want_utc, got_text, got_utc);
	fail_msg("%s %s: want %s %s UTC, got %s %s UTC", name, local_text, verdicts[want], want_text, verdicts[got],
		got_text);
}

/* The zones of this machine, or NULL where the tests that need them are skipped. */
static struct zone *
open_system_zone(const char *name)
{
	struct err err = {0};
	struct zone *z;

	unsetenv("TZDIR");
	if (access("/usr/share/zoneinfo/Europe/Paris", R_OK) != 0)
		skip();
	z = zone_open(name, &err);
	if (z == NULL)
		fail_msg("%s: %s", name, err.text);
	return z;
}

static const struct {
	const char *name, *local;
	enum zone_verdict verdict;
	const char *utc;
} known[] = {
	{"UTC", "2026-03-29 02:30", ZONE_NORMAL, "2026-03-29 02:30"},
	{"Etc/UTC", "0001-01-01", ZONE_NORMAL, "0001-01-01"},
	{"Europe/Paris", "2026-01-15 12:00", ZONE_NORMAL, "2026-01-15 11:00"},
	{"Europe/Paris", "2026-07-15 12:00", ZONE_NORMAL, "2026-07-15 10:00"},
	{"Europe/Paris", "2026-03-29 01:59:59", ZONE_NORMAL, "2026-03-29 00:59:59"},
	{"Europe/Paris", "2026-03-29 02:00", ZONE_NEVER, "2026-03-29 01:00"},
	{"Europe/Paris", "2026-03-29 02:30", ZONE_NEVER, "2026-03-29 01:30"}, /* 03:30 in summer time */
	{"Europe/Paris", "2026-03-29 02:59:59", ZONE_NEVER, "2026-03-29 01:59:59"},
	{"Europe/Paris", "2026-03-29 03:00", ZONE_NORMAL, "2026-03-29 01:00"},
	{"Europe/Paris", "2026-10-25 01:59:59", ZONE_NORMAL, "2026-10-24 23:59:59"},
	{"Europe/Paris", "2026-10-25 02:00", ZONE_TWICE, "2026-10-25 00:00"},
	{"Europe/Paris", "2026-10-25 02:30", ZONE_TWICE, "2026-10-25 00:30"},
	{"Europe/Paris", "2026-10-25 02:59:59", ZONE_TWICE, "2026-10-25 00:59:59"},
	{"Europe/Paris", "2026-10-25 03:00", ZONE_NORMAL, "2026-10-25 02:00"},
	{"Europe/Paris", "1965-07-01 12:00", ZONE_NORMAL, "1965-07-01 11:00"},
	{"Europe/Paris", "1938-07-01 12:00", ZONE_NORMAL, "1938-07-01 11:00"},
	{"Europe/Paris", "2099-07-01 12:00", ZONE_NORMAL, "2099-07-01 10:00"},
	{"Europe/Paris", "2100-03-28 02:30", ZONE_NEVER, "2100-03-28 01:30"},
	{"Europe/Paris", "2100-10-31 02:30", ZONE_TWICE, "2100-10-31 00:30"},
	{"Europe/Paris", "2500-03-28 02:30", ZONE_NEVER, "2500-03-28 01:30"}, /* one period later */
	{"Europe/Paris", "9999-07-01 12:00", ZONE_NORMAL, "9999-07-01 10:00"},
	{"America/New_York", "2024-03-10 02:30", ZONE_NEVER, "2024-03-10 07:30"},
	{"America/New_York", "2024-11-03 01:30", ZONE_TWICE, "2024-11-03 05:30"},
	{"America/New_York", "2006-03-20 12:00", ZONE_NORMAL, "2006-03-20 17:00"}, /* before the rule of 2007 */
	{"America/New_York", "2007-03-20 12:00", ZONE_NORMAL, "2007-03-20 16:00"},
	{"America/New_York", "1883-11-18 12:03:57", ZONE_TWICE, "1883-11-18 16:59:59"},
	{"America/New_York", "1800-01-01", ZONE_NORMAL, "1800-01-01 04:56:02"},
	{"Australia/Lord_Howe", "2025-10-05 02:15", ZONE_NEVER, "2025-10-04 15:45"},
	{"Australia/Lord_Howe", "2025-10-05 02:30", ZONE_NORMAL, "2025-10-04 15:30"},
	{"Australia/Lord_Howe", "2026-04-05 01:29:59", ZONE_NORMAL, "2026-04-04 14:29:59"},
	{"Australia/Lord_Howe", "2026-04-05 01:45", ZONE_TWICE, "2026-04-04 14:45"},
	{"Australia/Lord_Howe", "2026-04-05 02:00", ZONE_NORMAL, "2026-04-04 15:30"},
	{"Africa/Casablanca", "2019-05-05 02:30", ZONE_TWICE, "2019-05-05 01:30"}, /* back for Ramadan */
	{"Africa/Casablanca", "2019-06-09 02:30", ZONE_NEVER, "2019-06-09 02:30"},
	{"Africa/Casablanca", "2019-07-01 12:00", ZONE_NORMAL, "2019-07-01 11:00"},
	{"Asia/Kolkata", "2026-01-01 12:00", ZONE_NORMAL, "2026-01-01 06:30"},
	{"Asia/Kathmandu", "2026-01-01 12:00", ZONE_NORMAL, "2026-01-01 06:15"},
	{"Europe/Dublin", "2026-01-01 12:00", ZONE_NORMAL, "2026-01-01 12:00"}, /* its daylight time is in winter */
	{"Europe/Dublin", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 11:00"},
	{"Pacific/Apia", "2011-12-30 12:00", ZONE_NEVER, "2011-12-30 22:00"}, /* the day that was not */
	{"Pacific/Apia", "2011-12-31 00:00", ZONE_NORMAL, "2011-12-30 10:00"},
	{"Pacific/Kwajalein", "1993-08-21 12:00", ZONE_NEVER, "1993-08-22 00:00"},
	{"America/Caracas", "2007-12-09 02:45", ZONE_TWICE, "2007-12-09 06:45"},
	{"Etc/GMT+5", "2026-01-01 12:00", ZONE_NORMAL, "2026-01-01 17:00"},
};

static void
known_local_times_convert_with_their_verdict(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct zone *z = open_system_zone(known[i].name);
		int64_t local = seconds_of(known[i].local), want = seconds_of(known[i].utc), got = 0;
		enum zone_verdict verdict = zone_to_utc(z, local, &got);

		assert_conversion(known[i].name, local, verdict, got, known[i].verdict, want);
		verdict = zone_to_utc(z, local, &got); /* again, from the cache */
		assert_conversion(known[i].name, local, verdict, got, known[i].verdict, want);
		zone_close(z);
	}
}

#ifdef __GLIBC__

/* The offset that glibc finds under the TZ of the moment. */
static int32_t
reference_offset(int64_t utc)
{
	time_t t = (time_t)utc;
	struct tm tm;

	if (localtime_r(&t, &tm) == NULL)
		fail_msg("glibc refuses %lld", (long long)utc);
	return (int32_t)tm.tm_gmtoff;
}

/* Judges a local time by asking glibc about every offset that is in use around it, every three hours. */
static enum zone_verdict
reference_to_utc(int64_t local, int64_t *utc)
{
	int64_t last = INT64_MIN, before = 0;
	int found = 0;

	for (int64_t u = local - 27 * HOUR; u <= local + 27 * HOUR; u += 3 * HOUR) {
		int64_t moment = local - reference_offset(u);

		if (moment == last || (found > 0 && moment <= *utc))
			continue;
		last = moment;
		if (moment + reference_offset(moment) == local && found++ == 0)
			*utc = moment;
		else if (u <= moment && found == 0)
			before = moment;
	}
	if (found == 0)
		*utc = before;
	return found == 0 ? ZONE_NEVER : found == 1 ? ZONE_NORMAL : ZONE_TWICE;
}

static void
assert_like_glibc(const char *name, struct zone *z, int64_t utc, int64_t local)
{
	int64_t want_local = utc + reference_offset(utc), got_local = zone_to_local(z, utc), want_utc = 0, got_utc = 0;
	enum zone_verdict want, got;
	char want_text[CLOCK_TEXT_MAX], got_text[CLOCK_TEXT_MAX];

	if (want_local != got_local) {
		write_both(want_text, want_local, got_text, got_local);
		fail_msg("%s, UTC %lld: want %s, got %s", name, (long long)utc, want_text, got_text);
	}
	want = reference_to_utc(local, &want_utc);
	got = zone_to_utc(z, local, &got_utc);
	assert_conversion(name, local, got, got_utc, want, want_utc);
}

static const char *const compared[] = {"Europe/Paris", "Europe/Dublin", "Europe/Lisbon", "America/New_York",
	"America/St_Johns", "America/Sao_Paulo", "America/Caracas", "America/Godthab", "Australia/Lord_Howe",
	"Australia/Sydney", "Africa/Casablanca", "Africa/Cairo", "Africa/Monrovia", "Asia/Kolkata", "Asia/Gaza",
	"Asia/Tehran", "Pacific/Apia", "Pacific/Chatham", "Antarctica/Troll", "Etc/GMT-14", "EST5EDT", "UTC"};

/* Offsets of a change, to look right beside it. */
static const int64_t near[] = {-DAY, -HOUR - 1, -HOUR, -1800, -1, 0, 1, 1800, HOUR - 1, HOUR, HOUR + 1, DAY};

/* Finds the second of the change between two moments. */
static int64_t
change_between(int64_t low, int64_t high)
{
	int32_t before = reference_offset(low);

	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;

		if (reference_offset(middle) == before)
			low = middle;
		else
			high = middle;
	}
	return high;
}

/* Every change that a look every two days finds, from before the first one to the year 2110. */
static void
every_change_is_where_glibc_has_it(void **state)
{
	int changes = 0;

	(void)state;
	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
		struct zone *z = open_system_zone(compared[i]);
		int64_t last = seconds_of("2110-01-01");

		setenv("TZ", compared[i], 1);
		tzset();
		for (int64_t t = seconds_of("1830-01-01"); t < last; t += 2 * DAY) {
			int64_t change;

			if (reference_offset(t) == reference_offset(t + 2 * DAY))
				continue;
			change = change_between(t, t + 2 * DAY);
			changes++;
			for (size_t k = 0; k < sizeof near / sizeof *near; k++) {
				assert_like_glibc(compared[i], z, change + near[k],
					change + near[k] + reference_offset(change - 1));
				assert_like_glibc(
					compared[i], z, change + near[k], change + near[k] + reference_offset(change));
			}
		}
		zone_close(z);
	}
	unsetenv("TZ");
	assert_true(changes > 3000);
}

static void
random_moments_of_all_years_are_where_glibc_has_them(void **state)
{
	uint64_t random = 88172645463325252u;

	(void)state;
	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
		struct zone *z = open_system_zone(compared[i]);

		setenv("TZ", compared[i], 1);
		tzset();
		for (int n = 0; n < 2000; n++) {
			int64_t from = n % 2 == 0 ? CLOCK_FIRST : seconds_of("1880-01-01"), t;

			random ^= random << 13;
			random ^= random >> 7;
			random ^= random << 17;
			t = from +
			    (int64_t)(random % (uint64_t)(seconds_of(n % 2 == 0 ? "9999-12-31" : "2060-01-01") - from));
			assert_like_glibc(compared[i], z, t, t);
		}
		zone_close(z);
	}
	unsetenv("TZ");
}

#endif

/* Zone files of our own. */

struct change {
	int64_t time;
	int offset;
};

static char *root; /* the TZDIR of the tests with such files */

static int
make_root(void **state)
{
	char template[] = "/tmp/test_zone.XXXXXX";

	(void)state;
	if (mkdtemp(template) == NULL)
		return -1;
	root = mem_text(template);
	return 0;
}

static int
remove_root(void **state)
{
	struct err err = {0};
	bool good = file_remove_tree(root, &err);

	(void)state;
	free(root);
	return good ? 0 : -1;
}

static void
add_number(struct buf *b, int64_t n, int size)
{
	for (int i = size - 1; i >= 0; i--)
		buf_char(b, (char)(i < 8 ? n >> (8 * i) : 0));
}

static void
add_header(struct buf *b, char version, size_t leap, size_t times, size_t types)
{
	const size_t counts[] = {0, 0, leap, times, types, 4};

	buf_text(b, "TZif");
	buf_char(b, version);
	add_number(b, 0, 15);
	for (size_t i = 0; i < 6; i++)
		add_number(b, (int64_t)counts[i], 4);
}

/* A file with an empty first block; every change has a type of its own behind type 0, the offset before them. */
static void
build(struct buf *b, int before, const struct change *changes, size_t count, const char *rule)
{
	buf_reset(b);
	add_header(b, '2', 0, 0, 1);
	add_number(b, 0, TYPE_AND_NAME);
	add_header(b, '2', 0, count, count + 1);
	for (size_t i = 0; i < count; i++)
		add_number(b, changes[i].time, 8);
	for (size_t i = 0; i < count; i++)
		add_number(b, (int64_t)i + 1, 1);
	for (size_t i = 0; i <= count; i++) {
		add_number(b, i == 0 ? before : changes[i - 1].offset, 4);
		add_number(b, 0, 2);
	}
	buf_add(b, "ABC", 4);
	buf_format(b, "\n%s\n", rule);
}

static struct zone *
open_built(const struct buf *b, struct err *err)
{
	char *path = file_join(root, "Test/Zone"), *dir = file_join(root, "Test");

	if (!file_mkdir(dir, err) || !file_write(path, b->bytes, b->size, err))
		fail_msg("%s", err->text);
	free(dir);
	free(path);
	setenv("TZDIR", root, 1);
	return zone_open("Test/Zone", err);
}

static const struct {
	const char *rule, *local;
	enum zone_verdict verdict;
	const char *utc;
} rules[] = {
	{"", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 12:00"},
	{"CET-1", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 11:00"},
	{"<+0545>-5:45", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 06:15"},
	{"<-03>3:00:30", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 15:00:30"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 10:00"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29 02:30", ZONE_NEVER, "2026-03-29 01:30"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25 02:30", ZONE_TWICE, "2026-10-25 00:30"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "8000-10-29 02:30", ZONE_TWICE, "8000-10-29 00:30"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "9999-12-31 12:00", ZONE_NORMAL, "9999-12-31 11:00"},
	{"CET-1CEST,M3.5.0,M10.5.0/3", "0001-07-01 12:00", ZONE_NORMAL, "0001-07-01 10:00"},
	{"AAA-10BBB-10:30,M10.1.0,M4.1.0", "2026-01-01 12:00", ZONE_NORMAL, "2026-01-01 01:30"}, /* southern */
	{"AAA-10BBB-10:30,M10.1.0,M4.1.0", "2026-04-05 01:45", ZONE_TWICE, "2026-04-04 15:15"},
	{"AAA5BBB,J60/0,J300", "2024-03-01 00:30", ZONE_NEVER, "2024-03-01 05:30"}, /* J60 is always 1 March */
	{"AAA5BBB,J60/0,J300", "2023-03-01 00:30", ZONE_NEVER, "2023-03-01 05:30"},
	{"AAA5BBB,J59/0,J300", "2024-02-28 00:30", ZONE_NEVER, "2024-02-28 05:30"},
	{"AAA5BBB,59/0,300", "2024-02-29 00:30", ZONE_NEVER, "2024-02-29 05:30"}, /* 59 is 29 February or 1 March */
	{"AAA5BBB,59/0,300", "2023-03-01 00:30", ZONE_NEVER, "2023-03-01 05:30"},
	{"AAA5BBB,0/0,300", "2023-01-01 00:30", ZONE_NEVER, "2023-01-01 05:30"},
	{"AAA5BBB,M3.2.0,M12.5.0/0", "2023-12-30 23:30", ZONE_TWICE, "2023-12-31 03:30"},
	{"AAA2BBB,M3.4.4/50,M10.4.4/50", "2026-03-28 02:30", ZONE_NEVER, "2026-03-28 04:30"}, /* Thursday + 50 h */
	{"AAA2BBB,M3.5.0/-2,M10.5.0/-1", "2026-03-28 22:30", ZONE_NEVER, "2026-03-29 00:30"}, /* Greenland */
	{"IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01 12:00", ZONE_NORMAL, "2026-07-01 11:00"},
	{"XXX3EDT4,0/0,J365/23", "2026-01-01 00:30", ZONE_NORMAL, "2026-01-01 04:30"}, /* daylight all year */
	{"XXX3EDT4,0/0,J365/23", "2026-12-31 23:30", ZONE_NORMAL, "2027-01-01 03:30"},
	{"XXX3EDT4,0/0,J365/23", "2900-07-01 12:00", ZONE_NORMAL, "2900-07-01 16:00"},
};

static void
a_rule_alone_holds_for_all_years(void **state)
{
	struct buf b = {0};
	struct err err = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		int64_t local = seconds_of(rules[i].local), got = 0;
		enum zone_verdict verdict;
		struct zone *z;

		build(&b, 0, NULL, 0, rules[i].rule);
		z = open_built(&b, &err);
		if (z == NULL)
			fail_msg("'%s': %s", rules[i].rule, err.text);
		verdict = zone_to_utc(z, local, &got);
		assert_conversion(rules[i].rule, local, verdict, got, rules[i].verdict, seconds_of(rules[i].utc));
		zone_close(z);
	}
	buf_clear(&b);
}

/* One table that ends in 1996 and one that ends in 2037, with the same rule behind: like slim and fat files. */
static void
a_short_table_and_a_long_one_give_the_same_answers(void **state)
{
	static const char *const cut[] = {
		"2037-10-25 01:00", "1996-03-31 01:00", "1996-10-27 01:00", "2020-10-25 01:00"};
	const char *rule = "CET-1CEST,M3.5.0,M10.5.0/3";
	struct change changes[100] = {{seconds_of("1891-03-15"), 561}, {seconds_of("1995-10-01"), 3600}};
	struct zone *zones[4];
	struct buf b = {0};
	struct err err = {0};
	size_t count = 2;

	(void)state;
	for (int year = 1996; year <= 2037; year++)
		for (int month = 3; month <= 10; month += 7) {
			int64_t last = clock_days(year, month, 31); /* back to its Sunday */

			changes[count].time = (last - (last + 4) % 7) * DAY + HOUR;
			changes[count++].offset = month == 3 ? 7200 : 3600;
		}
	for (size_t i = 0; i < 4; i++) {
		size_t kept = 0;

		while (kept < count && changes[kept].time <= seconds_of(cut[i]))
			kept++;
		build(&b, 561, changes, kept, rule);
		zones[i] = open_built(&b, &err);
		assert_non_null(zones[i]);
	}
	for (int64_t t = seconds_of("1850-01-01"); t < seconds_of("2450-01-01"); t += 11 * HOUR + 1234) {
		int64_t want = 0, want_local = zone_to_local(zones[0], t), got = 0;
		enum zone_verdict want_verdict = zone_to_utc(zones[0], t, &want);

		for (size_t i = 1; i < 4; i++) {
			enum zone_verdict verdict = zone_to_utc(zones[i], t, &got);

			assert_conversion(cut[i], t, verdict, got, want_verdict, want);
			assert_int_equal(zone_to_local(zones[i], t), want_local);
		}
	}
	for (size_t i = 0; i < 4; i++)
		zone_close(zones[i]);
	buf_clear(&b);
}

/* Changes that are only hours apart: the window of a local time holds several. */
static void
changes_close_together_are_told_apart(void **state)
{
	const struct change changes[] = {{1000000, 7200}, {1003600, 3600}, {1007200, 10800}, {1010800, 0}};
	struct buf b = {0};
	struct err err = {0};
	struct zone *z;

	(void)state;
	build(&b, 3600, changes, 4, "");
	z = open_built(&b, &err);
	assert_non_null(z);
	for (int64_t local = 990000; local < 1040000; local += 100) {
		int64_t want = 0, got = 0, before = 0;
		int found = 0;
		enum zone_verdict verdict = zone_to_utc(z, local, &got);

		for (int64_t u = 980000; u < 1040000; u += 100) {
			if (zone_to_local(z, u) == local && found++ == 0)
				want = u;
			if (zone_to_local(z, u - 1) < local && zone_to_local(z, u) > local)
				before = local - (zone_to_local(z, u - 1) - (u - 1));
		}
		assert_conversion("close", local, verdict, got,
			found == 0   ? ZONE_NEVER
			: found == 1 ? ZONE_NORMAL
				     : ZONE_TWICE,
			found == 0 ? before : want);
	}
	zone_close(z);
	buf_clear(&b);
}

static void
changes_at_the_ends_of_time_do_no_harm(void **state)
{
	const struct change changes[] = {{INT64_MIN, 1000}, {INT64_MIN + 1, 2000}, {0, 3600}, {INT64_MAX, 0}};
	struct buf b = {0};
	struct err err = {0};
	struct zone *z;
	int64_t utc = 0;

	(void)state;
	build(&b, 500, changes, 4, "CET-1CEST,M3.5.0,M10.5.0/3");
	z = open_built(&b, &err);
	assert_non_null(z);
	assert_int_equal(zone_to_utc(z, CLOCK_FIRST, &utc), ZONE_NORMAL);
	assert_int_equal(utc, CLOCK_FIRST - 2000);
	assert_int_equal(zone_to_utc(z, CLOCK_LAST, &utc), ZONE_NORMAL);
	assert_int_equal(utc, CLOCK_LAST - 3600);
	zone_close(z);
	buf_clear(&b);
}

static void
assert_refused(const struct buf *b, const char *what)
{
	struct err err = {0};
	struct zone *z = open_built(b, &err);

	if (z != NULL)
		fail_msg("%s: want a refusal", what);
	assert_int_equal(err.kind, ERR_ENVIRONMENT);
	if (strstr(err.text, "Test/Zone: ") == NULL)
		fail_msg("%s: '%s' does not name the file", what, err.text);
}

static void
damaged_files_are_refused(void **state)
{
	static const char *const bad_rules[] = {"C1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0",
		"CET-1CEST,M3.5.0,M10.5.0/3 ", "CET-25", "<+01-1", "CET-1CEST,M0.5.0,M10.5.0",
		"CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J9",
		"CET-1CEST,J366,J9", "CET-1CEST,366,9", "CET-1CEST,J1/168,J9", "CET-1:60", "CET-1,M3.5.0,M10.5.0",
		":Europe/Paris", "CET-99999999999999999999", "\nCET-1"};
	const struct change good[] = {{1000, 3600}, {2000, 7200}}, same[] = {{1000, 3600}, {1000, 7200}},
			    back[] = {{2000, 3600}, {1000, 7200}}, far[] = {{1000, 100000}};
	struct buf b = {0}, cut = {0};

	(void)state;
	build(&b, 0, good, 2, "CET-1");
	for (size_t size = 0; size < b.size; size++) {
		buf_reset(&cut);
		buf_add(&cut, b.bytes, size);
		assert_refused(&cut, "cut");
	}
	buf_char(&b, 'x');
	assert_refused(&b, "a byte too many");
	build(&b, 0, good, 2, "CET-1");
	b.bytes[4] = '\0';
	assert_refused(&b, "version 1");
	build(&b, 0, good, 2, "CET-1");
	b.bytes[44 + 10 + 44 + 16] = 3;
	memset(b.bytes + b.size - strlen("ABC_\nCET-1\n"), 0, 4); /* what would be its offset is a good one */
	assert_refused(&b, "a type that is not there");
	build(&b, 0, good, 2, "CET-1");
	b.bytes[44 + 10 + 44 - 12] = '\xFF';
	assert_refused(&b, "four thousand million changes");
	build(&b, 0, same, 2, "CET-1");
	assert_refused(&b, "two changes at once");
	build(&b, 0, back, 2, "CET-1");
	assert_refused(&b, "changes out of order");
	build(&b, 0, far, 1, "CET-1");
	assert_refused(&b, "an offset beyond 26 hours");
	buf_reset(&b);
	buf_text(&b, "# tz zone descriptions\n");
	assert_refused(&b, "text");
	for (size_t i = 0; i < sizeof bad_rules / sizeof *bad_rules; i++) {
		build(&b, 0, good, 2, bad_rules[i]);
		assert_refused(&b, bad_rules[i]);
	}
	buf_clear(&b);
	buf_clear(&cut);
}

static void
leap_seconds_are_refused(void **state)
{
	struct buf b = {0};

	(void)state;
	add_header(&b, '2', 0, 0, 1);
	add_number(&b, 0, TYPE_AND_NAME);
	add_header(&b, '2', 1, 0, 1);
	add_number(&b, 0, TYPE_AND_NAME);
	add_number(&b, 78796800, 8);
	add_number(&b, 1, 4);
	buf_text(&b, "\nCET-1\n");
	assert_refused(&b, "leap seconds");
	buf_clear(&b);
}

static void
names_that_are_no_zones_are_refused_and_utc_needs_no_file(void **state)
{
	static const char *const names[] = {"", "/", "/etc/passwd", "../zoneinfo/UTC", "Europe/../UTC", "Europe/Paris/",
		"Europe", "Europe//Paris", "Europe/Atlantis", "Paris", ".", "..", "Europe/Paris ", "Europe/Paris\n",
		"~root", "CEST2", "zone.tab", "Europe\\Paris", ":UTC", "+02:00"};
	struct err err = {0};
	struct zone *z;
	int64_t utc = 0;

	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		if (turn == 0)
			unsetenv("TZDIR");
		else
			setenv("TZDIR", "/nonexistent", 1);
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			if (zone_open(names[i], &err) != NULL)
				fail_msg("'%s': want a refusal", names[i]);
			assert_int_equal(err.kind, ERR_USAGE);
		}
	}
	z = zone_open("UTC", &err);
	assert_non_null(z);
	assert_int_equal(zone_to_utc(z, 123, &utc), ZONE_NORMAL);
	assert_int_equal(utc, 123);
	assert_int_equal(zone_to_local(z, CLOCK_LAST), CLOCK_LAST);
	zone_close(z);
	zone_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_local_times_convert_with_their_verdict),
#ifdef __GLIBC__
		cmocka_unit_test(every_change_is_where_glibc_has_it),
		cmocka_unit_test(random_moments_of_all_years_are_where_glibc_has_them),
#endif
		cmocka_unit_test(a_rule_alone_holds_for_all_years),
		cmocka_unit_test(a_short_table_and_a_long_one_give_the_same_answers),
		cmocka_unit_test(changes_close_together_are_told_apart),
		cmocka_unit_test(changes_at_the_ends_of_time_do_no_harm),
		cmocka_unit_test(damaged_files_are_refused),
		cmocka_unit_test(leap_seconds_are_refused),
		cmocka_unit_test(names_that_are_no_zones_are_refused_and_utc_needs_no_file),
	};

	return cmocka_run_group_tests(tests, make_root, remove_root);
}
