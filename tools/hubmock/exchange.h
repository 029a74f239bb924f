/* One request and its answer, from the first header to the last byte: gate, fault, handler, delay, sending. */
#ifndef HUBMOCK_EXCHANGE_H
#define HUBMOCK_EXCHANGE_H

#include "mock.h"
#include "waits.h"

#include <microhttpd.h>

struct exchange;

/* The headers have come. Never NULL. */
struct exchange *exchange_begin(
	struct mock *m, struct waits *waits, struct MHD_Connection *c, const char *url, const char *method);

/* The next call of libmicrohttpd for it: bytes of the body, or none any more. MHD_NO: the connection must be closed. */
enum MHD_Result exchange_go_on(struct exchange *x, const char *bytes, size_t *size);

/* The connection is done with it. */
void exchange_end(struct exchange *x);

#endif
