/* The flow of the rows from the input to the bundle, as a picture and as sums. */
#ifndef REPORT_FLOW_H
#define REPORT_FLOW_H

#include "core/buf.h"

#include <jansson.h>

/* Once for wide screens and paper, once for narrow ones; the sums follow, with links to the lines behind them. */
void report_flow(struct buf *to, const json_t *document);

#endif
