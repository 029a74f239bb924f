#include "core/arena.h"

#include "core/mem.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 20 };

struct arena_block {
	struct arena_block *older;
	size_t room, used;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *
add_block(struct arena *a, size_t size)
{
	size_t room = size > BLOCK ? size : BLOCK;
	struct arena_block *block = mem_grow(NULL, sizeof *block + room);

	block->older = a->blocks;
	block->room = room;
	block->used = 0;
	a->blocks = block;
	return block;
}

/* Hands out bytes that need no alignment. */
static char *
take(struct arena *a, size_t size)
{
	struct arena_block *block = a->blocks;
	char *at;

	if (block == NULL || block->room - block->used < size)
		block = add_block(a, size);
	at = block->bytes + block->used;
	block->used += size;
	a->used += size;
	return at;
}

void *
arena_new(struct arena *a, size_t size)
{
	size_t pad = a->blocks == NULL ? 0 : -a->blocks->used & (alignof(max_align_t) - 1);

	if (a->blocks != NULL && a->blocks->room - a->blocks->used >= pad + size)
		a->blocks->used += pad;
	else
		add_block(a, size);
	return take(a, size);
}

char *
arena_bytes(struct arena *a, const char *bytes, size_t size)
{
	char *copy = take(a, size + 1);

	if (size > 0)
		memcpy(copy, bytes, size);
	copy[size] = '\0';
	return copy;
}

char *
arena_format(struct arena *a, const char *fmt, ...)
{
	va_list args, again;
	char *text = NULL;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n >= 0) {
		text = take(a, (size_t)n + 1);
		vsnprintf(text, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	return text;
}

/* Frees all blocks but one of the usual size, when there is one. */
void
arena_reset(struct arena *a)
{
	struct arena_block *keep = NULL;

	while (a->blocks != NULL) {
		struct arena_block *block = a->blocks;

		a->blocks = block->older;
		if (keep == NULL && block->room == BLOCK)
			keep = block;
		else
			free(block);
	}
	if (keep != NULL) {
		keep->older = NULL;
		keep->used = 0;
	}
	a->blocks = keep;
	a->used = 0;
}

void
arena_clear(struct arena *a)
{
	arena_reset(a);
	free(a->blocks);
	*a = (struct arena){0};
}
