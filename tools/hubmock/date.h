/* Times as HubSpot takes and shows them. All are milliseconds since 1970, UTC. */
#ifndef HUBMOCK_DATE_H
#define HUBMOCK_DATE_H

#include "core/buf.h"

#include <stdbool.h>

enum date_verdict {
	DATE_GOOD,
	DATE_NOT_LONG, /* neither a number nor ISO-8601: HubSpot's INVALID_LONG */
	DATE_SECONDS   /* a number of nine or ten digits, so seconds: INVALID_DATE */
};

/* Epoch milliseconds, or YYYY-MM-DD with or without Thh:mm[:ss[.fraction]] and Z or an offset. */
enum date_verdict date_read(const char *text, size_t size, int64_t *ms);

/* YYYY-MM-DDThh:mm:ss.sssZ. `trim`: without the fraction when it is zero, as HubSpot shows property values. */
void date_write(struct buf *to, int64_t ms, bool trim);

#endif
