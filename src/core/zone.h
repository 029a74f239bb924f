/* A time zone by its IANA name, read from TZDIR or /usr/share/zoneinfo; TZ, tzset() and the C library's idea of local
 * time are not touched. UTC (also as Etc/UTC) needs no file.
 *
 * Seconds are those of core/clock.h; any within a few years of CLOCK_FIRST and CLOCK_LAST will do. Files with a table
 * of all changes and files with a rule behind a short table give the same answers. A zone remembers its last answer,
 * which makes the next one nearby cheap: one thread at a time.
 */
#ifndef CORE_ZONE_H
#define CORE_ZONE_H

#include "core/err.h"

#include <stdint.h>

enum zone_verdict {
	ZONE_NORMAL,
	ZONE_TWICE, /* the local time exists twice: the first one is given */
	ZONE_NEVER  /* the clock jumps over the local time: it is moved forward by the width of the gap */
};

struct zone;

/* NULL on failure: ERR_USAGE when there is no such zone, ERR_ENVIRONMENT when its file cannot be used. */
struct zone *zone_open(const char *name, struct err *err);
void zone_close(struct zone *z);

enum zone_verdict zone_to_utc(struct zone *z, int64_t local, int64_t *utc);
int64_t zone_to_local(struct zone *z, int64_t utc);

#endif
