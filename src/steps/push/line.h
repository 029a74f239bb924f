/* A line of a bundle's .ndjson file, cut into its parts without being parsed: it has the form that the bundle's
 * contract says, byte for byte, or it is refused.
 *
 * 	[{"id":"HUBSPOT ID",] {"properties":{...},"associations":[...],"objectWriteTraceId":"COMMUNICATION ID"}
 */
#ifndef PUSH_LINE_H
#define PUSH_LINE_H

#include "core/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct line_part {
	const char *bytes;
	size_t size;
};

struct line {
	int64_t id;		       /* the communication */
	int64_t hubspot_id;	       /* 0: it names none */
	struct line_part payload;      /* from "properties" to the end: what the hash is of */
	struct line_part properties;   /* "properties":{...} */
	struct line_part associations; /* [...] */
	int link_count;
};

/* Cuts a line (without its end); the parts point into it. False when it has another form. */
bool line_cut(const char *bytes, size_t size, struct line *line);

/* Adds it as an input of batch/create; of batch/update, which takes no associations. */
void line_create(const struct line *line, struct buf *to);
void line_update(const struct line *line, int64_t hubspot_id, struct buf *to);

#endif
