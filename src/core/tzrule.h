/* The POSIX TZ string at the end of a time zone file, as RFC 9636 section 3.3.1 extends it: what holds for ever after
 * the last change that the file lists. `CET-1CEST,M3.5.0,M10.5.0/3`.
 */
#ifndef CORE_TZRULE_H
#define CORE_TZRULE_H

#include <stdbool.h>
#include <stdint.h>

/* One day a year and the second of it, by the clock that is about to change. */
struct tzrule_day {
	char form; /* 'J': day 1 to 365 without 29 February; '0': day 0 to 365; 'M': weekday of a week of a month */
	int month, week, day; /* 'M': week 5 is the last one, day 0 is Sunday; the other forms have only the day */
	int seconds;	      /* may be below 0 or beyond the day's end */
};

struct tzrule {
	int standard; /* seconds east of Greenwich */
	int daylight; /* the other offset, when has_daylight */
	bool has_daylight;
	struct tzrule_day begin, end; /* of daylight time */
};

/* False when the text is not such a string. A daylight name without its two days is none either. */
bool tzrule_parse(const char *text, struct tzrule *rule);

/* The two moments (UTC) of a year of a rule that has daylight time; either may come first. */
void tzrule_year(const struct tzrule *rule, int64_t year, int64_t *begin, int64_t *end);

#endif
