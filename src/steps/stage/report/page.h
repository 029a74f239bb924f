/* The report as one HTML file: no script, nothing from elsewhere, readable on any screen and on paper. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "core/buf.h"
#include "core/err.h"

#include <jansson.h>

/* Made from the document alone. */
bool report_page(const json_t *document, struct buf *to, struct err *e);

#endif
