/* The account: everything the handlers share. One thread, so nothing is locked. */
#ifndef HUBMOCK_MOCK_H
#define HUBMOCK_MOCK_H

#include "answer.h"
#include "clock.h"
#include "faults.h"
#include "known.h"
#include "limits.h"
#include "options.h"
#include "owners.h"
#include "pool.h"
#include "property.h"
#include "random.h"
#include "request.h"
#include "requests.h"
#include "store.h"

struct mock {
	const struct options *options;
	char *token; /* owned */
	struct clock clock;
	struct random random;
	struct properties properties;
	struct store store;
	struct known known;
	struct owners owners;
	struct limits limits;
	struct faults faults;
	struct requests requests;
	struct pool pool;
	struct tree tree;    /* nodes to be used by whoever reads a batch, which is never two at once */
	unsigned generation; /* a reset begins a new one; what waited then is dropped */
};

typedef void mock_handler(struct mock *m, const struct request *r, struct answer *a);

/* False when the files that the options name cannot be read. */
bool mock_init(struct mock *m, const struct options *o, struct err *e);
void mock_clear(struct mock *m);

/* As it was after mock_init(): no records, no requests, no faults but those of --faults. */
bool mock_reset(struct mock *m, struct err *e);

/* Minutes the account's time zone is ahead of UTC now, and the number of its day. */
int mock_utc_offset(const struct mock *m);
int64_t mock_day(const struct mock *m);
int64_t mock_midnight(const struct mock *m); /* the next one, ms */

#endif
