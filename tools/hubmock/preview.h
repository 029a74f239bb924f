/* hs_body_preview: the body without its tags. Text collapsed as recorded ("task  body1" became "task body1"). */
#ifndef HUBMOCK_PREVIEW_H
#define HUBMOCK_PREVIEW_H

#include "tree.h"

enum { PREVIEW_MAX = 300 }; /* bytes; HubSpot's own limit is not published */

/* Adds the preview of a body; both as in values.h. True when something had to be cut off. */
bool preview_write(struct slice body, struct buf *to);

#endif
