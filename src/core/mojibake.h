/* Mojibake: UTF-8 that was read as Windows-1252 and written again, so that e-acute became two letters.
 *
 * The way back is exact: letters that Windows-1252 has are taken for their bytes, and where those bytes are a whole
 * UTF-8 sequence of two to four bytes, the character they stand for takes their place. What is no such sequence stays
 * as it is. The five bytes that Windows-1252 leaves open (81 8D 8F 90 9D) stand for the C1 characters of the same
 * number.
 */
#ifndef CORE_MOJIBAKE_H
#define CORE_MOJIBAKE_H

#include "core/buf.h"

#include <stddef.h>

/* How many sequences of the UTF-8 text can be mended; *others (may be NULL) are the characters beyond ASCII in none
 * of them. */
size_t mojibake_count(const char *bytes, size_t size, size_t *others);

/* Adds the mended text; returns the sequences mended. Text damaged several times over is mended as often, up to three
 * times. */
size_t mojibake_repair(struct buf *to, const char *bytes, size_t size);

#endif
