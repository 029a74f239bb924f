/* What a fault makes of an answer. Whatever can be done before a byte is sent is done here; the rest in exchange.c. */
#ifndef HUBMOCK_EFFECT_H
#define HUBMOCK_EFFECT_H

#include "mock.h"

/* `a` is the answer as it would have been; status 0 when the request was not carried out. */
void effect_apply(struct mock *m, const struct request *r, const struct fault *f, struct answer *a);

#endif
