/* Answers that are made while they are sent. */
#ifndef HUBMOCK_STREAM_H
#define HUBMOCK_STREAM_H

#include "waits.h"

#include "core/buf.h"

#include <microhttpd.h>

/* A JSON document of so many bytes. */
struct MHD_Response *stream_huge(int64_t size);

/* The body, `piece` bytes at a time, `every_ms` apart. Takes the bytes over. */
struct MHD_Response *stream_drip(
	struct waits *waits, struct MHD_Connection *c, struct buf *body, int64_t piece, int64_t every_ms);

#endif
