/* HTML from elsewhere, made into the plain HTML that a CRM shows: the bodies that mail programs leave.
 *
 * Text is bytes and a size, UTF-8; the answer is UTF-8 again. No browser's parser: it knows tags, comments and
 * quotes, and what it cannot read is text.
 */
#ifndef CORE_MARKUP_H
#define CORE_MARKUP_H

#include "core/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether a text is HTML: it has a closing tag, a line break, a paragraph or the like. "a < b" and
 * "<ann@example.com>" are none. */
bool markup_found(const char *text, size_t size);

/* Adds the text with nothing but harmless tags: comments, declarations, scripts, styles and heads go with what they
 * hold; of tags that are not known (<o:p>, <font>) the contents stay; of attributes only links to http, https, mailto
 * and tel, pictures by http and https, alt, colspan and rowspan. A '<' that begins no tag becomes &lt;, control
 * characters other than tab and line ends go. */
void markup_clean(struct buf *to, const char *text, size_t size);

#endif
