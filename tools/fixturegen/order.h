/* order: the numbers 0 to count - 1 in a shuffled order, without a table of them. */
#ifndef FIXTUREGEN_ORDER_H
#define FIXTUREGEN_ORDER_H

#include <stdint.h>

struct order {
	uint64_t keys[4];
	uint64_t count;
	unsigned half; /* bits of each half of the network */
};

void order_init(struct order *o, uint64_t seed, uint64_t count);

/* The number at place i, which must be below count; each number stands at exactly one place. */
uint64_t order_get(const struct order *o, uint64_t i);

#endif
