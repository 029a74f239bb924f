#include "steps/stage/input/dates.h"

#include "core/text.h"

#include <string.h>

enum {
	DAY = 86400,
	SERIAL_EPOCH = 25569,  /* days from 1899-12-30 to 1970-01-01 */
	SERIAL_LAST = 2958465, /* 9999-12-31 */
	SERIAL_MISSING = 60,   /* Excel's 29 February 1900, which never was */
	DECIMALS = 10,	       /* of a serial number that are looked at */
	MILLISECOND_DECIMALS = 10
};

static const int64_t whole = INT64_C(10000000000); /* a day, as DECIMALS decimals */

const char *const dates_form_names[DATES_FORMS] = {
	"iso", "year first", "day and month", "serial number", "destroyed by Excel", "no date"};
const char *const dates_order_names[] = {"undecided", "dmy", "mdy", "ymd"};

struct cursor {
	const char *at, *end;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads `least` to `most` digits. */
static bool
number(struct cursor *c, int least, int most, int *n)
{
	const char *first = c->at;

	for (*n = 0; c->at < c->end && is_digit(*c->at) && c->at - first < most; c->at++)
		*n = *n * 10 + (*c->at - '0');
	return c->at - first >= least;
}

static bool
take(struct cursor *c, char what)
{
	if (c->at == c->end || *c->at != what)
		return false;
	c->at++;
	return true;
}

static int
days_in(int year, int month)
{
	return (int)(clock_days(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) -
		     clock_days(year, month, 1));
}

static bool
is_day(int year, int month, int day)
{
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

/* AM or PM, at most one blank before it. */
static bool
half_day(struct cursor *c, int *hours)
{
	bool afternoon;

	take(c, ' ');
	if (c->end - c->at != 2 || !(text_same(c->at, 2, "am") || text_same(c->at, 2, "pm")))
		return false;
	afternoon = text_same(c->at, 2, "pm");
	c->at += 2;
	if (*hours < 1 || *hours > 12)
		return false;
	*hours = *hours % 12 + (afternoon ? 12 : 0);
	return true;
}

static bool
fraction(struct cursor *c, int *micros)
{
	int digits = 0;

	for (*micros = 0; c->at < c->end && is_digit(*c->at); c->at++, digits++) {
		if (digits < 6)
			*micros = *micros * 10 + (*c->at - '0');
		else if (*c->at != '0')
			return false;
	}
	for (int n = digits; n < 6; n++)
		*micros *= 10;
	return digits > 0;
}

/* The time of day behind a date, if there is one: H:MM, H:MM:SS, H:MM:SS.f, with AM or PM or without, to the end. */
static bool
time_of_day(struct cursor *c, struct clock_time *t)
{
	int hours, minutes, seconds = 0;

	t->date_only = c->at == c->end;
	if (t->date_only)
		return true;
	if (!take(c, ' ') && !take(c, 'T'))
		return false;
	while (take(c, ' '))
		;
	if (!number(c, 1, 2, &hours) || !take(c, ':') || !number(c, 2, 2, &minutes))
		return false;
	if (take(c, ':') && (!number(c, 2, 2, &seconds) || (take(c, '.') && !fraction(c, &t->micros))))
		return false;
	if (c->at < c->end && !half_day(c, &hours))
		return false;
	t->seconds += hours * 3600 + minutes * 60 + seconds;
	return c->at == c->end && hours <= 23 && minutes <= 59 && seconds <= 59;
}

static struct clock_time
with_day(const struct clock_time *time, int year, int month, int day)
{
	struct clock_time t = *time;

	t.seconds += clock_days(year, month, day) * DAY;
	return t;
}

/* Three numbers, one of them of four digits, with the same sign between them: its first or its last is the year. */
static bool
parts(struct cursor c, struct dates_cell *cell)
{
	struct clock_time time = {0};
	int a, b, year;
	const char *first = c.at;
	char sign;
	bool year_first;

	if (!number(&c, 1, 4, &a) || c.at == c.end || strchr("/.-", *c.at) == NULL)
		return false;
	year_first = c.at - first == 4;
	sign = *c.at++;
	if (c.at - first == 4 || !number(&c, 1, 2, &b) || !take(&c, sign))
		return false;
	if (!number(&c, year_first ? 1 : 4, year_first ? 2 : 4, &year) || !time_of_day(&c, &time))
		return false;
	if (year_first && sign == '-')
		return false;
	cell->form = year_first ? DATES_YEAR_FIRST : DATES_PARTS;
	cell->fits_dmy = year_first ? is_day(a, b, year) : is_day(year, b, a);
	cell->fits_mdy = year_first ? cell->fits_dmy : is_day(year, a, b);
	if (cell->fits_dmy)
		cell->dmy = year_first ? with_day(&time, a, b, year) : with_day(&time, year, b, a);
	if (cell->fits_mdy)
		cell->mdy = year_first ? cell->dmy : with_day(&time, year, a, b);
	return cell->fits_dmy || cell->fits_mdy;
}

/* The part of a day that the decimals are, in microseconds, rounded as dates.h says. */
static int64_t
micros_of(int64_t decimals, int count)
{
	int64_t unit = count >= MILLISECOND_DECIMALS ? 1000 : 1000000, units = (int64_t)DAY * 1000000 / unit;

	return (decimals * units * 2 + whole) / (2 * whole) * unit;
}

static bool
serial(struct cursor c, struct dates_cell *cell)
{
	int days, count = 0;
	int64_t decimals = 0, micros;

	if (!number(&c, 1, 7, &days) || days > SERIAL_LAST || days == SERIAL_MISSING)
		return false;
	cell->dmy.date_only = c.at == c.end;
	if (take(&c, '.') || take(&c, ',')) {
		for (; c.at < c.end && is_digit(*c.at); c.at++, count++)
			if (count < DECIMALS)
				decimals = decimals * 10 + (*c.at - '0');
		for (int n = count; n < DECIMALS; n++)
			decimals *= 10;
		if (count == 0)
			return false;
	}
	if (c.at != c.end)
		return false;
	micros = micros_of(decimals, count);
	cell->form = DATES_SERIAL;
	cell->dmy.seconds =
		((int64_t)days - SERIAL_EPOCH + (days > 0 && days < SERIAL_MISSING)) * DAY + micros / 1000000;
	cell->dmy.micros = (int)(micros % 1000000);
	cell->mdy = cell->dmy;
	return cell->dmy.seconds <= CLOCK_LAST;
}

static bool
destroyed(struct cursor c, struct dates_cell *cell)
{
	int minutes, seconds, micros;

	if (!number(&c, 1, 2, &minutes) || !take(&c, ':') || !number(&c, 2, 2, &seconds) || !take(&c, '.'))
		return false;
	if (!fraction(&c, &micros) || c.at != c.end || minutes > 59 || seconds > 59)
		return false;
	cell->form = DATES_DESTROYED;
	return true;
}

void
dates_read(const char *bytes, size_t size, struct dates_cell *cell)
{
	struct cursor c;

	*cell = (struct dates_cell){.form = DATES_OTHER};
	text_trim(&bytes, &size);
	c = (struct cursor){bytes, bytes + size};
	if (clock_parse(bytes, size, &cell->dmy) == CLOCK_GOOD) {
		cell->form = DATES_ISO;
		cell->mdy = cell->dmy;
	} else if (!parts(c, cell) && !serial(c, cell) && !destroyed(c, cell)) {
		*cell = (struct dates_cell){.form = DATES_OTHER};
	}
}

static void
note(uint64_t *count, uint64_t *first, uint64_t n, uint64_t line)
{
	if (n > 0 && (*count == 0 || (line > 0 && line < *first)))
		*first = line;
	*count += n;
}

void
dates_note(struct dates_column *column, const struct dates_cell *cell, uint64_t line)
{
	bool is_open = cell->form == DATES_PARTS, both = cell->fits_dmy && cell->fits_mdy;

	column->filled++;
	note(&column->forms[cell->form], &column->lines[cell->form], 1, line);
	note(&column->either, &column->line_either, is_open && both && cell->dmy.seconds != cell->mdy.seconds, line);
	note(&column->only_dmy, &column->line_dmy, is_open && cell->fits_dmy && !cell->fits_mdy, line);
	note(&column->only_mdy, &column->line_mdy, is_open && cell->fits_mdy && !cell->fits_dmy, line);
}

void
dates_add(struct dates_column *sum, const struct dates_column *column)
{
	sum->filled += column->filled;
	for (int i = 0; i < DATES_FORMS; i++)
		note(&sum->forms[i], &sum->lines[i], column->forms[i], column->lines[i]);
	note(&sum->either, &sum->line_either, column->either, column->line_either);
	note(&sum->only_dmy, &sum->line_dmy, column->only_dmy, column->line_dmy);
	note(&sum->only_mdy, &sum->line_mdy, column->only_mdy, column->line_mdy);
}

enum dates_order
dates_decide(const struct dates_column *file)
{
	if (file->only_dmy > 0 && file->only_mdy == 0)
		return DATES_DMY;
	if (file->only_mdy > 0 && file->only_dmy == 0)
		return DATES_MDY;
	return DATES_UNDECIDED;
}
