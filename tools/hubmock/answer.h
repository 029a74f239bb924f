/* What is sent back: a status, a body, a few headers. The fault layer may bend it before it goes out. */
#ifndef HUBMOCK_ANSWER_H
#define HUBMOCK_ANSWER_H

#include "core/buf.h"

#include <stdint.h>

enum { ANSWER_HEADERS = 20 };

struct answer_header {
	const char *name; /* static */
	char *value;	  /* owned */
};

struct answer {
	int status; /* 0: none yet */
	struct buf body;
	const char *content_type; /* NULL: no body */
	struct answer_header headers[ANSWER_HEADERS];
	int header_count;
};

extern const char answer_json[]; /* the content type HubSpot sends */

void answer_clear(struct answer *a);

/* Forgets status and body, keeps the headers. */
void answer_restart(struct answer *a, int status, const char *content_type);

void answer_header(struct answer *a, const char *name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Status line, headers and body as one text, for answers that are cut by hand. */
void answer_raw(const struct answer *a, struct buf *to);

#endif
