#include "waits.h"

#include "core/mem.h"

#include <stdlib.h>

static bool
sooner(const struct wait *a, const struct wait *b)
{
	return a->due != b->due ? a->due < b->due : a->order < b->order;
}

static void
swap(struct wait *a, struct wait *b)
{
	struct wait kept = *a;

	*a = *b;
	*b = kept;
}

void
waits_add(struct waits *w, int64_t due, wait_function *function, void *what)
{
	size_t at = w->count++;

	if (at == w->room) {
		w->room = w->room == 0 ? 64 : w->room * 2;
		w->heap = mem_grow(w->heap, w->room * sizeof *w->heap);
	}
	w->heap[at] = (struct wait){due, w->added++, function, what};
	for (; at > 0 && sooner(&w->heap[at], &w->heap[(at - 1) / 2]); at = (at - 1) / 2)
		swap(&w->heap[at], &w->heap[(at - 1) / 2]);
}

int64_t
waits_due(const struct waits *w)
{
	return w->count == 0 ? INT64_MAX : w->heap[0].due;
}

static struct wait
take(struct waits *w)
{
	struct wait first = w->heap[0];

	w->heap[0] = w->heap[--w->count];
	for (size_t at = 0, child; (child = at * 2 + 1) < w->count; at = child) {
		if (child + 1 < w->count && sooner(&w->heap[child + 1], &w->heap[child]))
			child++;
		if (!sooner(&w->heap[child], &w->heap[at]))
			break;
		swap(&w->heap[child], &w->heap[at]);
	}
	return first;
}

void
waits_run(struct waits *w, int64_t now)
{
	while (w->count > 0 && w->heap[0].due <= now) {
		struct wait one = take(w);

		one.function(one.what);
	}
}

void
waits_clear(struct waits *w)
{
	free(w->heap);
	*w = (struct waits){0};
}
