/* Pacing: as many requests as are allowed, and never more in any sliding window, whatever each of them takes.
 *
 * Requests leave evenly, a little slower than the limit, as a network may push them together: of a rate of 10 a
 * second 9.86 are used. A request counts from the moment it really leaves (limiter_began); until then it counts as
 * leaving now. The clock is the caller's, in nanoseconds; nothing here looks at one.
 */
#ifndef PUSH_LIMITER_H
#define PUSH_LIMITER_H

#include <stdbool.h>
#include <stdint.h>

struct limiter_window {
	int64_t span; /* nanoseconds */
	int64_t most; /* requests in it; 0: no limit */
};

struct limiter {
	int64_t interval;		  /* between two requests */
	int64_t next;			  /* when the next one is due */
	int64_t pause;			  /* nothing before that */
	struct limiter_window windows[2]; /* a second, and what HubSpot's headers say */
	int64_t *times;			  /* a ring: when requests left, in order */
	int64_t room, first, count;
	int64_t waiting; /* taken, and not yet left */
};

void limiter_init(struct limiter *l, int64_t rate); /* requests a second, from 1 */
void limiter_clear(struct limiter *l);

/* Nanoseconds until one may be taken; 0: now. Ask again then. */
int64_t limiter_wait(const struct limiter *l, int64_t now);

void limiter_take(struct limiter *l, int64_t now);
void limiter_began(struct limiter *l, int64_t now); /* one that was taken has left */
void limiter_lost(struct limiter *l);		    /* one that was taken will never leave */

void limiter_pause(struct limiter *l, int64_t until);

/* What HubSpot says of its own window: `most` requests in `span` nanoseconds, of which `left` are left (-1: not
 * said). When it clearly does not count ours the window is not kept: it is another one's, or nobody's. */
struct limiter_said {
	int64_t most, left, span;
};

void limiter_allow(struct limiter *l, const struct limiter_said *said, int64_t now);

#endif
