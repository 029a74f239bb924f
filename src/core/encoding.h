/* A stream of any encoding as UTF-8 (iconv does the work), with the way back: where in the original each line begins.
 *
 * Nothing is replaced and nothing dropped: a byte that the encoding does not know is a fault (ERR_INPUT with its
 * place). Encodings in which ASCII is not ASCII (EBCDIC) are refused, but for UTF-16 and UTF-32, which need a byte
 * order in their name: UTF-16LE.
 */
#ifndef CORE_ENCODING_H
#define CORE_ENCODING_H

#include "core/buf.h"
#include "core/csv.h"

struct encoding;

/* `encoding` is a name that iconv knows; `name` is the file's, for errors. Both and the context must outlive it. The
 * stream begins at byte `start` of the file, which counts for places in errors and for encoding_origin(). NULL
 * (ERR_USAGE): iconv does not know it, or lines could not be found in it. */
struct encoding *encoding_open(
	const char *encoding, const char *name, uint64_t start, csv_read *read, void *context, struct err *e);
void encoding_close(struct encoding *c); /* NULL is fine */

/* A csv_read whose context is the encoding. */
int64_t encoding_read(void *encoding, char *to, size_t size, struct err *e);

/* The byte of the file that belongs to byte `offset` of the UTF-8 stream, which must be the first of a line or the
 * end of what was read. What lies before it is forgotten: offsets may only grow. */
uint64_t encoding_origin(struct encoding *c, uint64_t offset);

/* Adds the UTF-8 text in the encoding. False when it has a character that the encoding has not. */
bool encoding_back(const char *encoding, const char *bytes, size_t size, struct buf *to);

#endif
