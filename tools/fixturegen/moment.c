#include "moment.h"

#include <stdio.h>
#include <string.h>

struct parts {
	int year, month, day, hour, minute, second;
};

/* The civil calendar from a count of days: eras of 400 years that begin on 1 March. */
static struct parts
parts_of(int64_t moment)
{
	int64_t days = moment / 86400, rest = moment % 86400, era, day_of_era, year_of_era, day_of_year, month;
	struct parts p;

	if (rest < 0) {
		rest += 86400;
		days--;
	}
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	month = (5 * day_of_year + 2) / 153;
	p.day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
	p.month = (int)(month < 10 ? month + 3 : month - 9);
	p.year = (int)(year_of_era + era * 400 + (p.month <= 2));
	p.hour = (int)(rest / 3600);
	p.minute = (int)(rest / 60 % 60);
	p.second = (int)(rest % 60);
	return p;
}

static char *
two(char *out, int n)
{
	*out++ = (char)('0' + n / 10);
	*out++ = (char)('0' + n % 10);
	return out;
}

/* The common shape, by hand: it is written six times a row. */
static size_t
print_iso(const struct parts *p, char between, char *out)
{
	char *s = two(out, p->year / 100);

	s = two(s, p->year % 100);
	*s++ = '-';
	s = two(s, p->month);
	*s++ = '-';
	s = two(s, p->day);
	*s++ = between;
	s = two(s, p->hour);
	*s++ = ':';
	s = two(s, p->minute);
	*s++ = ':';
	s = two(s, p->second);
	return (size_t)(s - out);
}

/* Days since 1899-12-30 with five to seven decimals: enough to find the second again. */
static int
print_serial(int64_t moment, char *out)
{
	int64_t days = moment / 86400 + 25569, decimals = (moment % 86400 * 100000000 + 43200) / 86400;
	char text[16];
	size_t end;

	snprintf(text, sizeof text, "%08lld", (long long)decimals);
	for (end = 8; end > 0 && text[end - 1] == '0'; end--)
		;
	return snprintf(out, MOMENT_SIZE, end > 0 ? "%lld.%.*s" : "%lld", (long long)days, (int)end, text);
}

static int
print_words(const struct parts *p, enum shape shape, char *out)
{
	switch (shape) {
	case ISO_HM:
		return snprintf(
			out, MOMENT_SIZE, "%04d-%02d-%02d %02d:%02d", p->year, p->month, p->day, p->hour, p->minute);
	case DMY:
		return snprintf(out, MOMENT_SIZE, "%02d/%02d/%04d %02d:%02d:%02d", p->day, p->month, p->year, p->hour,
			p->minute, p->second);
	case DMY_HM:
		return snprintf(
			out, MOMENT_SIZE, "%02d/%02d/%04d %02d:%02d", p->day, p->month, p->year, p->hour, p->minute);
	case MDY:
		return snprintf(out, MOMENT_SIZE, "%02d/%02d/%04d %02d:%02d:%02d", p->month, p->day, p->year, p->hour,
			p->minute, p->second);
	case MDY_AMPM:
		return snprintf(out, MOMENT_SIZE, "%d/%d/%04d %d:%02d %s", p->month, p->day, p->year,
			p->hour % 12 == 0 ? 12 : p->hour % 12, p->minute, p->hour < 12 ? "AM" : "PM");
	case YMD:
		return snprintf(out, MOMENT_SIZE, "%04d/%02d/%02d %02d:%02d:%02d", p->year, p->month, p->day, p->hour,
			p->minute, p->second);
	case DATE_ONLY:
		return snprintf(out, MOMENT_SIZE, "%04d-%02d-%02d", p->year, p->month, p->day);
	default:
		return snprintf(out, MOMENT_SIZE, "%02d:%02d.0", p->minute, p->second);
	}
}

size_t
moment_print(int64_t moment, enum shape shape, int column, char *out)
{
	static const enum shape mix[] = {ISO, ISO_MS, ISO_T, YMD};
	struct parts p;
	size_t used;

	if (shape == MIXED)
		shape = mix[column % 4];
	if (shape == EXCEL_SERIAL)
		return (size_t)print_serial(moment, out);
	p = parts_of(shape == ISO_OFFSET ? moment + 7200 : moment);
	if (shape > ISO_OFFSET)
		return (size_t)print_words(&p, shape, out);
	used = print_iso(&p, shape >= ISO_T ? 'T' : ' ', out);
	if (shape == ISO_MS) {
		memcpy(out + used, ".000", 4);
		used += 4;
	} else if (shape == ISO_Z) {
		out[used++] = 'Z';
	} else if (shape == ISO_OFFSET) {
		memcpy(out + used, "+02:00", 6);
		used += 6;
	}
	return used;
}
