/* A request as the routes and handlers see it. */
#ifndef HUBMOCK_REQUEST_H
#define HUBMOCK_REQUEST_H

#include "tree.h"
#include "types.h"

enum method { METHOD_GET, METHOD_POST, METHOD_PUT, METHOD_PATCH, METHOD_DELETE, METHOD_OTHER, METHOD_COUNT };

enum { REQUEST_ARGS = 32 };

struct request_arg {
	char *name, *value; /* owned */
};

struct route_row;

struct request {
	uint32_t number; /* from 1, in the order of arrival */
	int64_t arrived; /* the mock's microseconds */
	enum method method;
	char *path; /* owned; without the query */
	struct request_arg args[REQUEST_ARGS];
	int arg_count;
	struct buf body;
	const struct route_row *row; /* NULL: no such route */
	enum type type, to_type;     /* from the path, TYPE_NONE when it names none */
	struct slice id, to_id;	     /* from the path, an id or a name; point into it */
	const char *version;	     /* "v3", "2026-09"; points into a static list */
	int64_t inputs_taken;	     /* a fault lets only so many inputs of a batch through; negative: all */
};

const char *request_method_name(enum method m);
enum method request_method(const char *name);

const char *request_arg(const struct request *r, const char *name); /* the first; NULL when absent */

/* The next value of an argument that may come several times; NULL after the last. Start with *at = 0. */
const char *request_next_arg(const struct request *r, const char *name, int *at);
void request_add_arg(struct request *r, const char *name, const char *value);
void request_clear(struct request *r);

#endif
