/* From a hash to the numbers of the records that have it. What the hash stands for is the caller's to compare. */
#ifndef HUBMOCK_INDEX_H
#define HUBMOCK_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define INDEX_END UINT32_MAX

struct index_entry {
	uint32_t record; /* number + 1; 0 free, UINT32_MAX removed */
	uint32_t hash;
};

struct index {
	struct index_entry *entries;
	uint32_t room; /* a power of two */
	uint32_t used; /* removed ones too */
};

void index_clear(struct index *x);
void index_add(struct index *x, uint64_t hash, uint32_t record);
void index_remove(struct index *x, uint64_t hash, uint32_t record);

/* The next record whose hash is the same, INDEX_END after the last. Start with *step = 0. The index must not change
 * between two calls. */
uint32_t index_next(const struct index *x, uint64_t hash, uint32_t *step);

#endif
