/* What a terminal makes of text: made harmless, measured, numbers made readable. */
#ifndef CLI_SHOWN_H
#define CLI_SHOWN_H

#include "core/buf.h"

#include <stddef.h>
#include <stdint.h>

/* Adds `text`; control characters (C0, DEL, C1), marks that turn the direction of writing, and bytes that are not UTF-8
 * become \xNN, so that data cannot drive a terminal or reorder a line. What is harmless stays as it is. */
void shown_text(struct buf *to, const char *text, size_t size);

/* Columns that UTF-8 text takes, whatever the locale: combining marks 0, wide East Asian letters and emoji 2, others 1.
 * Good enough to align a table; a terminal may disagree on joined emoji. */
size_t shown_width(const char *text, size_t size);

/* 1234567 -> 1,234,567 */
void shown_number(struct buf *to, int64_t n);

#endif
