/* The bundle that is pushed: verified before anything else, then read line by line or at a place. */
#ifndef PUSH_PARCEL_H
#define PUSH_PARCEL_H

#include "core/buf.h"
#include "core/err.h"
#include "rules/template.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct parcel {
	char *dir;
	char sha256[65];	  /* of manifest-sha256.txt: the identity */
	json_t *json;		  /* bundle.json */
	int64_t lines;		  /* as bundle.json counts them */
	int files[2][ACTIVITIES]; /* descriptors: new ones, updates; -1: there is no such file */
};

/* Verifies the bag. ERR_REFUSED when it is damaged or no bundle of ours. */
struct parcel *parcel_open(const char *dir, struct err *e);
void parcel_close(struct parcel *p); /* NULL is fine */

const char *parcel_text(const struct parcel *p, const char *name); /* of bundle.json; "" when absent */
const char *parcel_rule_set(const struct parcel *p, const char *member);

/* Adds `size` bytes at `offset` of a file. */
bool parcel_read(
	struct parcel *p, enum activity type, bool update, int64_t offset, size_t size, struct buf *to, struct err *e);

/* "data/updates/calls.ndjson" */
const char *parcel_name(enum activity type, bool update);

#endif
