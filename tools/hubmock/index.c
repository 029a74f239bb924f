#include "index.h"

#include "core/mem.h"

#include <stdlib.h>

#define REMOVED UINT32_MAX

static uint32_t
fold(uint64_t hash)
{
	return (uint32_t)(hash ^ hash >> 32);
}

static void
place(struct index *x, struct index_entry e)
{
	uint32_t at = e.hash & (x->room - 1);

	while (x->entries[at].record != 0)
		at = (at + 1) & (x->room - 1);
	x->entries[at] = e;
	x->used++;
}

static void
grow(struct index *x)
{
	struct index old = *x;

	x->room = old.room == 0 ? 1024 : old.room * 2;
	x->used = 0;
	x->entries = mem_new(x->room * sizeof *x->entries);
	for (uint32_t i = 0; i < old.room; i++)
		if (old.entries[i].record != 0 && old.entries[i].record != REMOVED)
			place(x, old.entries[i]);
	free(old.entries);
}

void
index_clear(struct index *x)
{
	free(x->entries);
	*x = (struct index){0};
}

void
index_add(struct index *x, uint64_t hash, uint32_t record)
{
	if ((uint64_t)x->used * 10 >= (uint64_t)x->room * 6)
		grow(x);
	place(x, (struct index_entry){record + 1, fold(hash)});
}

uint32_t
index_next(const struct index *x, uint64_t hash, uint32_t *step)
{
	uint32_t wanted = fold(hash);

	if (x->room == 0)
		return INDEX_END;
	for (;;) {
		struct index_entry e = x->entries[(wanted + (*step)++) & (x->room - 1)];

		if (e.record == 0)
			return INDEX_END;
		if (e.record != REMOVED && e.hash == wanted)
			return e.record - 1;
	}
}

void
index_remove(struct index *x, uint64_t hash, uint32_t record)
{
	uint32_t at, wanted = fold(hash);

	if (x->room == 0)
		return;
	for (at = wanted & (x->room - 1); x->entries[at].record != 0; at = (at + 1) & (x->room - 1)) {
		if (x->entries[at].record == record + 1 && x->entries[at].hash == wanted) {
			x->entries[at].record = REMOVED;
			return;
		}
	}
}
