/* Timestamps: ISO text to seconds and back, and the two clocks of the machine.
 *
 * Seconds count from 1970-01-01 00:00:00 in the proleptic Gregorian calendar, without leap seconds; what they are
 * seconds of (UTC or some local clock) the caller knows. Nothing here looks at TZ or a locale.
 */
#ifndef CORE_CLOCK_H
#define CORE_CLOCK_H

#include "core/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLOCK_FIRST INT64_C(-62135596800) /* 0001-01-01 00:00:00 */
#define CLOCK_LAST  INT64_C(253402300799) /* 9999-12-31 23:59:59 */

enum { CLOCK_TEXT_MAX = 32 }; /* room for any text written here, with its NUL */

enum clock_verdict {
	CLOCK_GOOD,
	CLOCK_NOT_A_DATE,
	CLOCK_YEAR, /* a date, but its year is not 0001 to 9999 */
	CLOCK_FINE  /* a date, but finer than a microsecond */
};

struct clock_time {
	int64_t seconds;    /* what the text says, before its offset is taken into account */
	int micros;	    /* 0 to 999999 */
	bool has_offset;    /* Z or an offset was there: UTC is seconds - offset_seconds */
	int offset_seconds; /* east of Greenwich is positive */
	bool date_only;	    /* no time was there: midnight */
};

/* Reads `YYYY-MM-DD`, or that with a time behind one blank or T: `HH:MM`, `HH:MM:SS` or `HH:MM:SS.f` with any number of
 * digits (behind the sixth only zeros), then nothing, Z or +HH, +HHMM, +HH:MM (up to 15:59), with at most one blank
 * before it (SQL Server writes one). T and Z in either case; ASCII white space around it all. No 24:00, no :60.
 * *time is left alone unless the verdict is CLOCK_GOOD. */
enum clock_verdict clock_parse(const char *bytes, size_t size, struct clock_time *time);

/* The verdict in words, to stand behind the value: "is not a date". */
const char *clock_reason(enum clock_verdict verdict);

/* Writes `YYYY-MM-DD HH:MM:SS`, and `.ffffff` less its trailing zeros when micros is not 0; returns the size, or 0 and
 * an empty text when the seconds are outside CLOCK_FIRST to CLOCK_LAST. */
size_t clock_write(char text[CLOCK_TEXT_MAX], int64_t seconds, int micros);

/* As clock_write(), but `YYYY-MM-DDThh:mm:ss.sssZ`: the caller gives UTC, and what is finer than a millisecond is
 * cut. */
size_t clock_write_utc(char text[CLOCK_TEXT_MAX], int64_t seconds, int micros);

/* Days from 1970-01-01 to a date, of any year. */
int64_t clock_days(int64_t year, int month, int day);

/* UTC in seconds, from the system's clock, which may jump. */
int64_t clock_now(void);

/* Seconds of SOURCE_DATE_EPOCH when it is set and not empty, otherwise clock_now(). False (ERR_USAGE) when it is no
 * whole number between CLOCK_FIRST and CLOCK_LAST. */
bool clock_as_of(int64_t *seconds, struct err *err);

/* Nanoseconds from some moment in the past, never backwards: for progress, pacing and time-outs. */
int64_t clock_ticks(void);

#endif
