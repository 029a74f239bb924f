/* The mock's own time: it starts at the wall clock's, may run faster, and can be moved forward by a test.
 *
 * Rate windows, search lag, the daily reset and every time shown in an answer follow it. Latencies and delays do not:
 * they are real milliseconds.
 */
#ifndef HUBMOCK_CLOCK_H
#define HUBMOCK_CLOCK_H

#include <stdint.h>

struct clock {
	double scale;	 /* 1: as the wall clock */
	int64_t started; /* microseconds since 1970 at the start */
	int64_t zero;	 /* monotonic microseconds at the start */
	int64_t ahead;	 /* microseconds a test has moved it forward */
};

void clock_init(struct clock *c, double scale);
void clock_advance(struct clock *c, double seconds);

int64_t clock_us(const struct clock *c); /* microseconds since 1970, never backwards */
int64_t clock_ms(const struct clock *c);

int64_t clock_real_us(void); /* monotonic, for delays */

#endif
