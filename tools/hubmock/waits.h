/* What has to happen later: real time, soonest first. */
#ifndef HUBMOCK_WAITS_H
#define HUBMOCK_WAITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef void wait_function(void *what);

struct wait {
	int64_t due;	/* clock_real_us() */
	uint64_t order; /* those due at once happen in the order in which they were added */
	wait_function *function;
	void *what;
};

struct waits {
	struct wait *heap;
	size_t count, room;
	uint64_t added;
};

void waits_add(struct waits *w, int64_t due, wait_function *function, void *what);
int64_t waits_due(const struct waits *w); /* of the soonest; INT64_MAX when there is none */

/* Calls what is due and takes it off. All of it, whether due or not, when `now` is INT64_MAX. */
void waits_run(struct waits *w, int64_t now);
void waits_clear(struct waits *w);

#endif
