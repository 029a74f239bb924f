/* How many requests came in which time: what HubSpot allows, and what a test wants to know.
 *
 * All times are the mock's own, in microseconds. Windows slide: two requests are in the same second when less than a
 * second lies between them. Refused requests count for the measure, not against the limits.
 */
#ifndef HUBMOCK_LIMITS_H
#define HUBMOCK_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

struct window {
	int64_t span; /* microseconds */
	int64_t *times;
	uint32_t first, count, room;
	uint32_t most; /* ever in it */
};

enum policy { POLICY_NONE, POLICY_SECONDLY, POLICY_TEN_SECONDLY, POLICY_DAILY };

struct limits {
	int64_t per_second, per_ten, per_day, searches;	  /* 0: no limit */
	struct window second, ten, search;		  /* taken */
	struct window seen_second, seen_ten, seen_search; /* came */
	int64_t taken_today, day;
	uint64_t refused; /* by these limits */
};

void limits_init(struct limits *l, int64_t rate, int64_t ten_secondly, int64_t searches, int64_t daily);
void limits_clear(struct limits *l);

/* One request at `now`, on the account's day number `day`. Searches have a limit of their own. POLICY_NONE: taken. */
enum policy limits_take(struct limits *l, int64_t now, int64_t day, bool search);

int64_t limits_left(struct window *w, int64_t limit, int64_t now); /* what the window still takes */

const char *limits_name(enum policy p);	   /* "TEN_SECONDLY_ROLLING" */
const char *limits_message(enum policy p); /* HubSpot's */

#endif
