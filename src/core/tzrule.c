#include "core/tzrule.h"

#include "core/clock.h"

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
	NAME_MIN = 3,
	OFFSET_HOURS_MAX = 24,
	TIME_HOURS_MAX = 167 /* RFC 9636: up to a week, in either direction */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
take(const char **at, char c)
{
	if (**at != c)
		return false;
	(*at)++;
	return true;
}

/* Skips a name: three letters or more, or more than that between < and >. */
static bool
name(const char **at)
{
	bool quoted = take(at, '<');
	const char *first = *at;

	while (is_letter(**at) || (quoted && (is_digit(**at) || **at == '+' || **at == '-')))
		(*at)++;
	return *at - first >= NAME_MIN && (!quoted || take(at, '>'));
}

/* Reads a number from `least` to `most`. */
static bool
number(const char **at, int least, int most, int *n)
{
	const char *first = *at;

	for (*n = 0; is_digit(**at) && *n <= most; (*at)++)
		*n = *n * 10 + (**at - '0');
	return *at > first && *n >= least && *n <= most;
}

/* Reads [+-]hh[:mm[:ss]] as seconds. */
static bool
time_of(const char **at, int hours_max, int *seconds)
{
	bool negative = take(at, '-');
	int n;

	if (!negative)
		take(at, '+');
	if (!number(at, 0, hours_max, &n))
		return false;
	*seconds = n * HOUR;
	for (int unit = MINUTE; unit > 0 && take(at, ':'); unit /= MINUTE) {
		if (!number(at, 0, 59, &n))
			return false;
		*seconds += n * unit;
	}
	if (negative)
		*seconds = -*seconds;
	return true;
}

/* Reads an offset, which counts west of Greenwich here. */
static bool
offset(const char **at, int *east)
{
	if (!time_of(at, OFFSET_HOURS_MAX, east))
		return false;
	*east = -*east;
	return true;
}

static bool
day(const char **at, struct tzrule_day *d)
{
	bool good;

	if (take(at, 'J')) {
		d->form = 'J';
		good = number(at, 1, 365, &d->day);
	} else if (take(at, 'M')) {
		d->form = 'M';
		good = number(at, 1, 12, &d->month) && take(at, '.') && number(at, 1, 5, &d->week) && take(at, '.') &&
		       number(at, 0, 6, &d->day);
	} else {
		d->form = '0';
		good = number(at, 0, 365, &d->day);
	}
	d->seconds = 2 * HOUR;
	return good && (!take(at, '/') || time_of(at, TIME_HOURS_MAX, &d->seconds));
}

bool
tzrule_parse(const char *text, struct tzrule *rule)
{
	struct tzrule r = {0};

	if (!name(&text) || !offset(&text, &r.standard))
		return false;
	r.has_daylight = *text != '\0';
	r.daylight = r.standard + HOUR;
	if (r.has_daylight && (!name(&text) || (*text != ',' && !offset(&text, &r.daylight)) || !take(&text, ',') ||
				      !day(&text, &r.begin) || !take(&text, ',') || !day(&text, &r.end)))
		return false;
	if (*text != '\0')
		return false;
	*rule = r;
	return true;
}

/* The day of a year, from 1970-01-01. */
static int64_t
day_of(const struct tzrule_day *d, int64_t year)
{
	int64_t first = clock_days(year, d->form == 'M' ? d->month : 1, 1), days, end;
	bool leap = clock_days(year + 1, 1, 1) - clock_days(year, 1, 1) == 366;

	if (d->form == 'J')
		return first + d->day - 1 + (leap && d->day > 59);
	if (d->form == '0')
		return first + d->day;
	/* 1970-01-01 was a Thursday, and 7 times something large keeps the dividend above 0. */
	days = first + (d->day - (first + 4) % 7 + 14) % 7 + (d->week - 1) * 7;
	end = d->month == 12 ? clock_days(year + 1, 1, 1) : clock_days(year, d->month + 1, 1);
	return days < end ? days : days - 7;
}

void
tzrule_year(const struct tzrule *rule, int64_t year, int64_t *begin, int64_t *end)
{
	*begin = day_of(&rule->begin, year) * DAY + rule->begin.seconds - rule->standard;
	*end = day_of(&rule->end, year) * DAY + rule->end.seconds - rule->daylight;
}
