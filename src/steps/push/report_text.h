/* A report's JSON document as Markdown and as HTML. */
#ifndef PUSH_REPORT_TEXT_H
#define PUSH_REPORT_TEXT_H

#include "core/buf.h"

#include <jansson.h>

void report_markdown(const json_t *report, struct buf *to);
void report_html(const json_t *report, struct buf *to);

#endif
