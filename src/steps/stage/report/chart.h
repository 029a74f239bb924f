/* Charts as inline SVG: axes from zero, the peak labelled, values that are not 0 seen, a text for those who do not
 * see it. */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "core/buf.h"

#include <jansson.h>
#include <stddef.h>

enum { CHART_WIDTH = 340, CHART_HEIGHT = 132 };

struct chart {
	const char *fill; /* class of the columns */
	const json_int_t *values;
	size_t count;

	/* The name of column i, written into a buffer; and whether the axis names it. */
	void (*name)(struct buf *, size_t i, void *context);
	const char *(*tick)(size_t i, void *context, char text[16]); /* NULL: no tick there */
	void *context;

	size_t shade_from, shade_to; /* a band behind these columns; both 0: none */
};

/* A chart of columns. */
void chart_columns(struct buf *to, const struct chart *c);

#endif
