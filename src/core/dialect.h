/* Which character separates the cells of a CSV file, found over many lines: comma, semicolon, tab or pipe.
 *
 * The one wins by which the most records have as many cells as the first one, when that has more than one cell; of
 * two alike the one that makes more cells. Excel's first line `sep=;` settles it.
 */
#ifndef CORE_DIALECT_H
#define CORE_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

struct dialect {
	char delimiter; /* ',' when none makes more than one cell */
	size_t skip;	/* bytes of a line `sep=X` before the header; 0: there is none */
	size_t cells;	/* of the first record */
	size_t records; /* looked at, the first included */
	size_t even;	/* of these, with as many cells as the first */
};

/* UTF-8; `whole`: the text is all of the file, so that its last record counts. */
void dialect_sniff(const char *text, size_t size, bool whole, struct dialect *d);

/* "comma", "semicolon", "tab", "pipe"; any other character as itself, in quotes. The text is a constant, or `room`. */
const char *dialect_word(char delimiter, char room[4]);

#endif
