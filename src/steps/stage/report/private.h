/* What a report may show of the values in a database. */
#ifndef REPORT_PRIVATE_H
#define REPORT_PRIVATE_H

#include <jansson.h>
#include <stdbool.h>

enum { REPORT_TEXT_MAX = 400 }; /* characters of a text that are shown at all */

/* Replaces each text of an object that is none of a column of codes, dates or words of ours by its length: "34
 * characters". What this does not know by name counts as personal. With `show_values` a text stays, cut to
 * REPORT_TEXT_MAX. */
void report_private(json_t *object, bool show_values);

#endif
