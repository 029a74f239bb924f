/* Faults that change the results and errors inside an answer. */
#ifndef HUBMOCK_RESULTS_H
#define HUBMOCK_RESULTS_H

#include "mock.h"

/* Leaves an answer without results alone. */
void results_bend(struct mock *m, const struct request *r, const struct fault *f, struct answer *a);

#endif
