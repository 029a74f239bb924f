/* Which handler a method and a path lead to. */
#ifndef HUBMOCK_ROUTES_H
#define HUBMOCK_ROUTES_H

#include "mock.h"
#include "problem.h"

enum scope { SCOPE_NONE, SCOPE_READ, SCOPE_WRITE, SCOPE_OWNERS, SCOPE_SCHEMA };

struct route_row {
	enum method method;
	const char *family;  /* "objects"; "__" for the tests' own, which need no token and count for nothing */
	const char *pattern; /* what follows the family and the version, with {type}, {to}, {id}, {toId} in it */
	mock_handler *handler;
	enum scope scope;
	bool search; /* has its own limit */
};

/* Fills row, version, types and ids of the request from its method and path. False with a problem; row is NULL then. */
bool route_find(struct request *r, struct problem *p);

bool route_is_control(const struct request *r);

#endif
