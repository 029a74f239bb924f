/* The listening socket and the loop: one thread, no request waits for another. */
#ifndef HUBMOCK_SERVER_H
#define HUBMOCK_SERVER_H

#include "mock.h"

/* Listens, writes the port file, serves until SIGTERM or SIGINT. */
bool server_run(struct mock *m, struct err *e);

#endif
