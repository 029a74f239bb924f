/* What a report may show of the values in a database. */
#ifndef REPORT_PRIVATE_H
#define REPORT_PRIVATE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { REPORT_TEXT_MAX = 400 }; /* characters of a text that are shown at all */

/* Replaces each text of an object that is none of a column of codes, dates or words of ours by its length: "34
 * characters". What this does not know by name counts as personal. With `show_values` a text stays, cut to
 * REPORT_TEXT_MAX. */
void report_private(json_t *object, bool show_values);

/* Whether a text is what lists of codes hold: short, of few words, no address. What stands in a column of codes because
 * a row's cells have shifted is not. */
bool report_is_code(const char *text, size_t size);

/* A text of column `column` as a report without values shows it: a code that is none becomes its length, and so does
 * the value that a message begins with when it is no code; in a reject_message, when it has words and is no bad id or
 * date. NULL: the text itself. The caller frees it. */
char *report_veiled(const char *column, const char *text, size_t size);

#endif
