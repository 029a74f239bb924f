/* Large buffers that are used over and over. Fresh memory costs a page fault every 4 KiB, which at thousands of batches
 * a second is more than the work itself; and buffers taken between records would leave the heap full of holes.
 */
#ifndef HUBMOCK_POOL_H
#define HUBMOCK_POOL_H

#include "core/buf.h"

enum { POOL_KEPT = 64, POOL_LARGEST = 1 << 20 };

struct pool {
	struct buf kept[POOL_KEPT];
	int count;
};

struct buf pool_take(struct pool *p); /* empty, with or without room */

/* Takes the buffer over; one that is too large to keep, or one too many, is freed. */
void pool_give(struct pool *p, struct buf *b);
void pool_clear(struct pool *p);

#endif
