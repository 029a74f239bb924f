#include "core/buf.h"

#include "core/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_clear(struct buf *b)
{
	free(b->bytes);
	*b = (struct buf){0};
}

void
buf_reset(struct buf *b)
{
	b->size = 0;
	if (b->bytes != NULL)
		b->bytes[0] = '\0';
}

char *
buf_room(struct buf *b, size_t more)
{
	size_t want = b->size + more + 1;

	if (want > b->room) {
		size_t room = b->room < 256 ? 256 : b->room;

		while (room < want)
			room *= 2;
		b->bytes = mem_grow(b->bytes, room);
		b->room = room;
	}
	return b->bytes + b->size;
}

void
buf_add(struct buf *b, const void *bytes, size_t size)
{
	char *to = buf_room(b, size);

	if (size > 0)
		memcpy(to, bytes, size);
	to[size] = '\0';
	b->size += size;
}

void
buf_text(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void
buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_int(struct buf *b, int64_t n)
{
	char digits[24];
	int size = snprintf(digits, sizeof digits, "%lld", (long long)n);

	buf_add(b, digits, (size_t)size);
}

void
buf_format(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0) {
		vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, fmt, again);
		b->size += (size_t)n;
	}
	va_end(again);
}
