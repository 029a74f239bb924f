/* Parts of the page. All text that comes from the data or the document goes through html_text(). */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "core/buf.h"
#include "steps/stage/report/layout.h"

/* Text, also within "...": & < > " ' become entities, what has no form on paper is shown as \u{202E}. */
void html_text(struct buf *to, const char *text);

/* Words of ours; what stands between ` is code. */
void html_words(struct buf *to, const char *words);

/* 3,051 in an element that carries the number itself. `id` may be NULL. */
void html_count(struct buf *to, json_int_t n, const char *id);

/* A value of a table's cell. */
void html_value(struct buf *to, const json_t *value, enum report_kind kind);

/* The dot and the name of a type. */
void html_type(struct buf *to, const char *activity);

/* A bar of n beside the greatest of its kind, from 0; what is not 0 is seen. `fill`: a class; NULL: neutral. */
void html_bar(struct buf *to, json_int_t n, json_int_t greatest, const char *fill);

/* The address of the CSV file with its number of lines; nothing when it was not written. */
void html_list_link(struct buf *to, const json_t *document, const char *file);

/* A table with its title, or the sentence that says why there is none. */
void html_table(struct buf *to, const json_t *document, const struct report_table *table);

/* Opens what may be wider than the screen; `label` names it. Ends with </div>. */
void html_scroll(struct buf *to, const char *label);

#endif
