#include "clock.h"

#include <time.h>

static int64_t
read_clock(clockid_t which)
{
	struct timespec t;

	clock_gettime(which, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t
clock_real_us(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void
clock_init(struct clock *c, double scale)
{
	*c = (struct clock){.scale = scale, .started = read_clock(CLOCK_REALTIME), .zero = clock_real_us()};
}

void
clock_advance(struct clock *c, double seconds)
{
	c->ahead += (int64_t)(seconds * 1e6);
}

int64_t
clock_us(const struct clock *c)
{
	return c->started + c->ahead + (int64_t)((double)(clock_real_us() - c->zero) * c->scale);
}

int64_t
clock_ms(const struct clock *c)
{
	return clock_us(c) / 1000;
}
