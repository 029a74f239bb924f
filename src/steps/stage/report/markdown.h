/* The report as Markdown, for a terminal, a merge request or a mail. */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "core/buf.h"
#include "core/err.h"

#include <jansson.h>

/* Made from the document alone. */
bool report_markdown(const json_t *document, struct buf *to, struct err *e);

#endif
