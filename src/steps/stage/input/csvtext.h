/* Cells of CSV files that people open (RFC 4180). */
#ifndef INPUT_CSVTEXT_H
#define INPUT_CSVTEXT_H

#include "core/buf.h"

#include <stdbool.h>

/* Adds a cell for people: what a spreadsheet would take for a formula (= + - @ TAB CR at its beginning, OWASP's
 * list), or what begins with ', gets one ' before it. `quoted`: write an empty cell as "". */
void csvtext_person(struct buf *to, const char *text, size_t size, bool quoted);

/* Takes that ' off again, when there is one that can have been put there. */
void csvtext_unprefix(const char **text, size_t *size);

#endif
