/* A Feistel network over the next even power of two, walked until the result is in range. */
#include "order.h"

#include "dice.h"

void
order_init(struct order *o, uint64_t seed, uint64_t count)
{
	struct dice d = dice_at(seed, 0x6f72646572, count);

	for (int i = 0; i < 4; i++)
		o->keys[i] = dice_next(&d);
	o->count = count;
	for (o->half = 1; (UINT64_C(1) << (2 * o->half)) < count; o->half++)
		;
}

static uint64_t
scramble(const struct order *o, uint64_t x)
{
	uint64_t mask = (UINT64_C(1) << o->half) - 1, left = x >> o->half, right = x & mask;

	for (int i = 0; i < 4; i++) {
		struct dice d = {right ^ o->keys[i]};
		uint64_t mixed = left ^ (dice_next(&d) & mask);

		left = right;
		right = mixed;
	}
	return (left << o->half) | right;
}

uint64_t
order_get(const struct order *o, uint64_t i)
{
	do
		i = scramble(o, i);
	while (i >= o->count);
	return i;
}
