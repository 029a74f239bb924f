/* The connection underneath: for answers that libmicrohttpd would not send. */
#ifndef HUBMOCK_WIRE_H
#define HUBMOCK_WIRE_H

#include <microhttpd.h>

/* Sends bytes as they are, waiting at most a few seconds for a slow reader; then nothing can be sent any more. */
void wire_send_and_shut(struct MHD_Connection *c, const char *bytes, size_t size);

/* When it is closed the peer shall see a reset instead of an end. */
void wire_reset_on_close(struct MHD_Connection *c);

#endif
