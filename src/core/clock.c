#include "core/clock.h"

#include "core/number.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
	YEAR_DAYS = 365,
	ERA_YEARS = 400,
	ERA_DAYS = 146097,    /* days in 400 years */
	EPOCH_SHIFT = 719468, /* days from 0000-03-01 to 1970-01-01 */
	FRACTION_DIGITS = 6,
	OFFSET_HOURS_MAX = 15 /* PostgreSQL's limit; the real world needs 14 */
};

/* What is left of a text that is being read. */
struct cursor {
	const char *at, *end;
};

struct date {
	int64_t year; /* may be outside 1 to 9999: then the verdict says so */
	int month, day;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The days-from-civil and civil-from-days of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin
 * in March, so that the leap day is the last one. */
int64_t
clock_days(int64_t year, int month, int day)
{
	int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - (ERA_YEARS - 1)) / ERA_YEARS,
		of_era = y - era * ERA_YEARS;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * ERA_DAYS + of_era * YEAR_DAYS + of_era / 4 - of_era / 100 + of_year - EPOCH_SHIFT;
}

/* The date of a day between CLOCK_FIRST and CLOCK_LAST. */
static struct date
date_of(int64_t days)
{
	unsigned z = (unsigned)(days + EPOCH_SHIFT), era = z / ERA_DAYS, of_era = z % ERA_DAYS;
	unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA_DAYS - 1)) / YEAR_DAYS;
	unsigned of_year = of_era - (YEAR_DAYS * year + year / 4 - year / 100), march = (5 * of_year + 2) / 153;
	int month = (int)(march < 10 ? march + 3 : march - 9);

	return (struct date){.year = (int64_t)(year + era * ERA_YEARS) + (month <= 2),
		.month = month,
		.day = (int)(of_year - (153 * march + 2) / 5 + 1)};
}

static int
days_in(int64_t year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Reads one character out of `any`. */
static bool
take(struct cursor *c, const char *any)
{
	if (c->at == c->end || *c->at == '\0' || strchr(any, *c->at) == NULL)
		return false;
	c->at++;
	return true;
}

/* Reads two digits that make a number up to `most`. */
static bool
two(struct cursor *c, int most, int *n)
{
	if (c->end - c->at < 2 || !is_digit(c->at[0]) || !is_digit(c->at[1]))
		return false;
	*n = (c->at[0] - '0') * 10 + (c->at[1] - '0');
	c->at += 2;
	return *n <= most;
}

/* Reads a year of four digits, or one that is certainly outside the range: more digits without a leading zero, or a
 * minus before it. */
static bool
year(struct cursor *c, int64_t *n)
{
	bool negative = take(c, "-");
	const char *first = c->at;

	for (*n = 0; c->at < c->end && is_digit(*c->at); c->at++)
		*n = *n < INT32_MAX ? *n * 10 + (*c->at - '0') : *n;
	if (negative)
		*n = -*n;
	return c->at - first == 4 || (c->at - first > 4 && *first != '0');
}

static bool
date(struct cursor *c, struct date *d)
{
	return year(c, &d->year) && take(c, "-") && two(c, 12, &d->month) && d->month >= 1 && take(c, "-") &&
	       two(c, days_in(d->year, d->month), &d->day) && d->day >= 1;
}

/* Reads the digits behind a point; *fine says that there is more than microseconds can hold. */
static bool
fraction(struct cursor *c, int *micros, bool *fine)
{
	const char *first = c->at;

	for (*micros = 0; c->at < c->end && is_digit(*c->at); c->at++) {
		if (c->at - first < FRACTION_DIGITS)
			*micros = *micros * 10 + (*c->at - '0');
		else
			*fine = *fine || *c->at != '0';
	}
	for (ptrdiff_t n = c->at - first; n < FRACTION_DIGITS; n++)
		*micros *= 10;
	return c->at > first;
}

static bool
time_of_day(struct cursor *c, struct clock_time *t, bool *fine)
{
	int hours, minutes, seconds = 0;

	if (!two(c, 23, &hours) || !take(c, ":") || !two(c, 59, &minutes))
		return false;
	if (take(c, ":")) {
		if (!two(c, 59, &seconds))
			return false;
		if (take(c, ".") && !fraction(c, &t->micros, fine))
			return false;
	}
	t->seconds += hours * HOUR + minutes * MINUTE + seconds;
	return true;
}

/* Reads Z or an offset, if there is one. */
static bool
offset(struct cursor *c, struct clock_time *t)
{
	int hours, minutes = 0;
	bool west;

	if (c->at == c->end)
		return true;
	take(c, " ");
	t->has_offset = true;
	if (take(c, "Zz"))
		return true;
	west = take(c, "-");
	if ((!west && !take(c, "+")) || !two(c, OFFSET_HOURS_MAX, &hours))
		return false;
	if (c->at < c->end) {
		take(c, ":");
		if (!two(c, 59, &minutes))
			return false;
	}
	t->offset_seconds = (west ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
	return true;
}

enum clock_verdict
clock_parse(const char *bytes, size_t size, struct clock_time *time)
{
	struct cursor c = {bytes, bytes + size};
	struct clock_time t = {0};
	struct date d;
	bool fine = false;

	while (c.at < c.end && is_blank(*c.at))
		c.at++;
	while (c.at < c.end && is_blank(c.end[-1]))
		c.end--;
	if (!date(&c, &d))
		return CLOCK_NOT_A_DATE;
	t.seconds = clock_days(d.year, d.month, d.day) * DAY;
	t.date_only = c.at == c.end;
	if (!t.date_only && !(take(&c, " Tt") && time_of_day(&c, &t, &fine) && offset(&c, &t) && c.at == c.end))
		return CLOCK_NOT_A_DATE;
	if (d.year < 1 || d.year > 9999)
		return CLOCK_YEAR;
	if (fine)
		return CLOCK_FINE;
	*time = t;
	return CLOCK_GOOD;
}

const char *
clock_reason(enum clock_verdict verdict)
{
	switch (verdict) {
	case CLOCK_YEAR:
		return "is outside the years 0001 to 9999";
	case CLOCK_FINE:
		return "is finer than a microsecond";
	case CLOCK_NOT_A_DATE:
		return "is not a date";
	default:
		return "is a date";
	}
}

/* Writes a number with leading zeros, `width` digits, and one character behind it. */
static char *
put(char *to, int64_t n, int width, char behind)
{
	for (int i = width - 1; i >= 0; i--, n /= 10)
		to[i] = (char)('0' + n % 10);
	to[width] = behind;
	return to + width + 1;
}

/* Writes date and time to the second, the NUL included; returns where the NUL is, or NULL when out of range. */
static char *
put_time(char *to, int64_t seconds, char between)
{
	struct date d;
	int of_day;

	if (seconds < CLOCK_FIRST || seconds > CLOCK_LAST) {
		to[0] = '\0';
		return NULL;
	}
	d = date_of((seconds - CLOCK_FIRST) / DAY + CLOCK_FIRST / DAY);
	of_day = (int)((seconds - CLOCK_FIRST) % DAY);
	to = put(to, d.year, 4, '-');
	to = put(to, d.month, 2, '-');
	to = put(to, d.day, 2, between);
	to = put(to, of_day / HOUR, 2, ':');
	to = put(to, of_day / MINUTE % 60, 2, ':');
	return put(to, of_day % 60, 2, '\0') - 1;
}

size_t
clock_write(char text[CLOCK_TEXT_MAX], int64_t seconds, int micros)
{
	char *end = put_time(text, seconds, ' ');

	if (end == NULL)
		return 0;
	if (micros > 0) {
		*end++ = '.';
		end = put(end, micros, FRACTION_DIGITS, '\0') - 1;
		while (end[-1] == '0')
			*--end = '\0';
	}
	return (size_t)(end - text);
}

size_t
clock_write_utc(char text[CLOCK_TEXT_MAX], int64_t seconds, int micros)
{
	char *end = put_time(text, seconds, 'T');

	if (end == NULL)
		return 0;
	*end++ = '.';
	end = put(end, micros / 1000, 3, 'Z');
	*end = '\0';
	return (size_t)(end - text);
}

int64_t
clock_now(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec;
}

bool
clock_as_of(int64_t *seconds, struct err *err)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	int64_t n;

	if (text == NULL || text[0] == '\0') {
		*seconds = clock_now();
		return true;
	}
	if (number_int64(text, strlen(text), false, &n) != NUMBER_GOOD || n < CLOCK_FIRST || n > CLOCK_LAST)
		return err_set(err, ERR_USAGE, "SOURCE_DATE_EPOCH: '%.64s' is not a number of seconds", text);
	*seconds = n;
	return true;
}

int64_t
clock_ticks(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
