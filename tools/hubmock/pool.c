#include "pool.h"

struct buf
pool_take(struct pool *p)
{
	struct buf taken = {0};

	if (p->count > 0)
		taken = p->kept[--p->count];
	return taken;
}

void
pool_give(struct pool *p, struct buf *b)
{
	if (b->room == 0 || b->room > POOL_LARGEST || p->count == POOL_KEPT) {
		buf_clear(b);
	} else {
		buf_reset(b);
		p->kept[p->count++] = *b;
	}
	*b = (struct buf){0};
}

void
pool_clear(struct pool *p)
{
	while (p->count > 0)
		buf_clear(&p->kept[--p->count]);
}
