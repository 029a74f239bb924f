/* The log of requests: a line each in --log, and the last ones in memory for GET /__requests. */
#ifndef HUBMOCK_REQUESTS_H
#define HUBMOCK_REQUESTS_H

#include "answer.h"
#include "request.h"

#include "core/err.h"

#include <stdio.h>

enum { REQUESTS_KEPT = 65536, REQUESTS_STATUSES = 1000 };

struct entry {
	uint32_t number;
	int64_t arrived; /* the mock's microseconds */
	enum method method;
	int status;		 /* 0: no answer was sent */
	char *path;		 /* owned */
	char *fault;		 /* owned; NULL: none */
	char *body;		 /* owned; with --log-bodies */
	uint32_t received, sent; /* bytes of the bodies */
};

struct requests {
	FILE *log; /* NULL: none */
	bool bodies;
	uint32_t count;	   /* came, so also the last number */
	uint32_t answered; /* in the log */
	struct entry *ring;
	uint64_t by_status[REQUESTS_STATUSES];
};

bool requests_open(struct requests *q, const char *path, bool bodies, struct err *e);
void requests_close(struct requests *q);
void requests_forget(struct requests *q); /* the log file goes on */

/* `fault` may be NULL. `status` 0: the connection was dropped. */
void requests_add(struct requests *q, const struct request *r, int status, size_t sent, const char *fault);

/* Adds the kept entries from number `from` on as JSON objects with commas between. */
void requests_write(const struct requests *q, uint32_t from, struct buf *to);

#endif
