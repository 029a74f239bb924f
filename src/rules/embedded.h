/* The files under schema/, as bytes of the program, so that it works wherever it is copied to.
 *
 * Named by their path from the project's root ("schema/views/v_ic_calls_staging.sql"). A test proves that the bytes
 * equal the files.
 */
#ifndef RULES_EMBEDDED_H
#define RULES_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *path;
	const unsigned char *bytes; /* followed by a NUL that `size` does not count */
	size_t size;
};

extern const struct embedded embedded_files[]; /* sorted by path, byte by byte */
extern const int embedded_count;

/* NULL when there is none of that path. */
const struct embedded *embedded_find(const char *path);

#endif
