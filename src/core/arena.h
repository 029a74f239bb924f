/* Memory that is given back all at once: the texts of a batch of rows.
 *
 * Pointers stay valid until arena_reset() or arena_clear(). Zero-initialise the struct.
 */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stddef.h>

struct arena {
	struct arena_block *blocks; /* the newest first */
	size_t used;		    /* bytes handed out since the last reset */
};

void *arena_new(struct arena *a, size_t size);			    /* aligned for any type, not zeroed */
char *arena_bytes(struct arena *a, const char *bytes, size_t size); /* a copy with a NUL behind it */
char *arena_format(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void arena_reset(struct arena *a); /* keeps one block for the next batch */
void arena_clear(struct arena *a);

#endif
