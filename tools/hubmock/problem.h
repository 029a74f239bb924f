/* What is wrong with a request or with one input of it, in HubSpot's words.
 *
 * Shapes: error-handling page and recorded answers. Every text here is plain; it is escaped when it is written.
 */
#ifndef HUBMOCK_PROBLEM_H
#define HUBMOCK_PROBLEM_H

#include "answer.h"
#include "tree.h"
#include "random.h"

#include <stdbool.h>

/* What one bad input does to the other inputs of its batch. */
enum sink {
	SINK_UNTRACED, /* refuses them all unless every input has a trace id of its own */
	SINK_NEVER,
	SINK_ALWAYS
};

struct problem {
	int status;	      /* 0: nothing is wrong */
	const char *category; /* NULL: HubSpot sends none */
	enum sink sink;
	int properties; /* values that were not valid */
	struct buf message;
	struct buf errors;  /* JSON objects with commas between */
	struct buf context; /* JSON members with commas between */
};

void problem_clear(struct problem *p);

/* Always returns false, so that a failing branch is one line. */
bool problem_set(struct problem *p, int status, const char *category, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Adds "key": ["value"] to the context. */
void problem_context(struct problem *p, const char *key, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* One more value that is not valid; `value` as in values.h. Always returns false. */
bool problem_property(struct problem *p, int64_t portal, const char *code, const char *name, struct slice value,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* As the body of an answer. */
void problem_answer(const struct problem *p, struct random *chance, struct answer *a);

/* As an element of a batch's errors. `trace`: as it stands in the JSON; bytes NULL when there is none. */
void problem_element(const struct problem *p, struct slice trace, struct buf *to);

/* problem_set and problem_answer at once. */
void problem_refuse(struct random *chance, struct answer *a, int status, const char *category, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

#endif
