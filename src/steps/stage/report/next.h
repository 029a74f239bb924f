/* What to do next, in the order in which it is best done. */
#ifndef REPORT_NEXT_H
#define REPORT_NEXT_H

#include <jansson.h>
#include <stdbool.h>

/* An array of {text, command, section}: a sentence, the command that does it (null: there is none), the section of the
 * report that shows why. It follows from the document alone. */
json_t *report_next(const json_t *document, bool may_push);

#endif
