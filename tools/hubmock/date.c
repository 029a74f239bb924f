#include "date.h"

#include <ctype.h>
#include <string.h>
#include <time.h>

/* Exactly `digits` digits at *p; moves *p behind them. */
static bool
number(const char **p, const char *end, int digits, int *n)
{
	*n = 0;
	for (int i = 0; i < digits; i++, (*p)++) {
		if (*p >= end || !isdigit((unsigned char)**p))
			return false;
		*n = *n * 10 + (**p - '0');
	}
	return true;
}

static bool
sign(const char **p, const char *end, char c)
{
	if (*p >= end || **p != c)
		return false;
	(*p)++;
	return true;
}

static bool
calendar(const char **p, const char *end, struct tm *t)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap;

	if (!number(p, end, 4, &t->tm_year) || !sign(p, end, '-') || !number(p, end, 2, &t->tm_mon) ||
		!sign(p, end, '-') || !number(p, end, 2, &t->tm_mday))
		return false;
	leap = (t->tm_year % 4 == 0 && t->tm_year % 100 != 0) || t->tm_year % 400 == 0;
	if (t->tm_mon < 1 || t->tm_mon > 12 || t->tm_mday < 1 || t->tm_mday > days[t->tm_mon - 1])
		return false;
	if (t->tm_mon == 2 && t->tm_mday == 29 && !leap)
		return false;
	t->tm_year -= 1900;
	t->tm_mon -= 1;
	return true;
}

static int
fraction(const char **p, const char *end)
{
	int ms = 0, unit = 100;

	for (; *p < end && isdigit((unsigned char)**p); (*p)++, unit /= 10)
		ms += unit * (**p - '0');
	return ms;
}

static bool
of_day(const char **p, const char *end, struct tm *t, int *ms)
{
	if (!number(p, end, 2, &t->tm_hour) || !sign(p, end, ':') || !number(p, end, 2, &t->tm_min))
		return false;
	if (sign(p, end, ':') && !number(p, end, 2, &t->tm_sec))
		return false;
	if (sign(p, end, '.'))
		*ms = fraction(p, end);
	return t->tm_hour < 24 && t->tm_min < 60 && t->tm_sec < 60;
}

static bool
offset(const char **p, const char *end, int *minutes)
{
	int h, m, direction = 1;

	if (sign(p, end, 'Z'))
		return true;
	if (sign(p, end, '-'))
		direction = -1;
	else if (!sign(p, end, '+'))
		return false;
	if (!number(p, end, 2, &h))
		return false;
	sign(p, end, ':');
	if (!number(p, end, 2, &m))
		return false;
	*minutes = direction * (h * 60 + m);
	return true;
}

static bool
iso(const char *p, const char *end, int64_t *ms)
{
	struct tm t = {0};
	int thousandths = 0, minutes = 0;

	if (!calendar(&p, end, &t))
		return false;
	if (sign(&p, end, 'T') && (!of_day(&p, end, &t, &thousandths) || !offset(&p, end, &minutes)))
		return false;
	*ms = ((int64_t)timegm(&t) - (int64_t)minutes * 60) * 1000 + thousandths;
	return p == end;
}

enum date_verdict
date_read(const char *text, size_t size, int64_t *ms)
{
	size_t at = size > 0 && text[0] == '-' ? 1 : 0, digits = 0;
	int64_t n = 0;

	while (at + digits < size && isdigit((unsigned char)text[at + digits]) && digits < 18)
		n = n * 10 + (text[at + digits++] - '0');
	if (digits == 0 || at + digits != size)
		return iso(text, text + size, ms) ? DATE_GOOD : DATE_NOT_LONG;
	*ms = at == 1 ? -n : n;
	return digits == 9 || digits == 10 ? DATE_SECONDS : DATE_GOOD;
}

static void
put(char *to, int n, int digits)
{
	for (int i = digits - 1; i >= 0; i--, n /= 10)
		to[i] = (char)('0' + n % 10);
}

/* Years as they begin in March, so that the leap day is a year's last. Good from year 0 on. */
static void
put_day(char *to, int64_t day)
{
	int64_t shifted = day + 719468, era = shifted / 146097, of_era = shifted - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
	int month_of_year = (int)(month < 10 ? month + 3 : month - 9);

	put(to, (int)(year + era * 400) + (month_of_year <= 2), 4);
	put(to + 5, month_of_year, 2);
	put(to + 8, (int)(of_year - (153 * month + 2) / 5 + 1), 2);
}

static int64_t
floor_part(int64_t *n, int64_t unit)
{
	int64_t rest = (*n % unit + unit) % unit;

	*n = (*n - rest) / unit;
	return rest;
}

void
date_write(struct buf *to, int64_t ms, bool trim)
{
	char text[] = "0000-00-00T00:00:00.000Z";
	int thousandths = (int)floor_part(&ms, 1000), second = (int)floor_part(&ms, 60);
	int minute = (int)floor_part(&ms, 60), hour = (int)floor_part(&ms, 24);

	put_day(text, ms);
	put(text + 11, hour, 2);
	put(text + 14, minute, 2);
	put(text + 17, second, 2);
	put(text + 20, thousandths, 3);
	if (trim && thousandths == 0)
		memcpy(text + 19, "Z", 2);
	buf_text(to, text);
}
