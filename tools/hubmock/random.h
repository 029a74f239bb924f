/* Chance that can be repeated: the same seed gives the same ids, orders and faults. */
#ifndef HUBMOCK_RANDOM_H
#define HUBMOCK_RANDOM_H

#include "core/buf.h"

#include <stdint.h>

struct random {
	uint64_t state;
};

uint64_t random_mix(uint64_t n); /* a hash of one number */
uint64_t random_next(struct random *r);
uint32_t random_below(struct random *r, uint32_t limit); /* 0 ... limit - 1; limit > 0 */

void random_uuid(struct random *r, struct buf *to);

#endif
