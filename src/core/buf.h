/* A growing byte buffer. `bytes` is always followed by a NUL that `size` does not count, so that text can be printed.
 *
 * Owned by whoever holds the struct: buf_init (or = {0}) before, buf_clear after. buf_reset keeps the memory for the
 * next row.
 */
#ifndef CORE_BUF_H
#define CORE_BUF_H

#include <stddef.h>
#include <stdint.h>

struct buf {
	char *bytes; /* NULL until the first byte */
	size_t size;
	size_t room;
};

void buf_clear(struct buf *b); /* frees; the struct may be used again */
void buf_reset(struct buf *b); /* size 0, memory kept */

/* Makes room for `more` bytes behind the end and returns where they go; the caller adds to `size` what it wrote. */
char *buf_room(struct buf *b, size_t more);

void buf_add(struct buf *b, const void *bytes, size_t size);
void buf_text(struct buf *b, const char *text);
void buf_char(struct buf *b, char c);
void buf_int(struct buf *b, int64_t n);
void buf_format(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
