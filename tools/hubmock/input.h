/* One record of a write, single or in a batch: read and judged first, stored later. */
#ifndef HUBMOCK_INPUT_H
#define HUBMOCK_INPUT_H

#include "association.h"
#include "mock.h"
#include "problem.h"
#include "record.h"

struct input {
	uint32_t node;		       /* in the JSON */
	struct slice trace;	       /* its objectWriteTraceId as it stands there; bytes NULL when it has none */
	uint64_t id;		       /* its own, new or old */
	struct record *record;	       /* the one it changes; NULL: a new one */
	size_t values_at, values_size; /* in inputs.values */
	size_t association_at, association_count; /* in inputs.associations */
	struct problem problem;
};

enum { INPUTS_UNIQUE = 4096 };

/* What the inputs of one request share. */
struct inputs {
	struct mock *m;
	enum type type;
	const struct tree *json;
	struct buf values; /* from the pool */
	struct associations associations;
	uint16_t unique[INPUTS_UNIQUE]; /* by hash: inputs, from 1, whose unique values are in the request already */
};

void inputs_clear(struct inputs *s);
void input_clear(struct input *in);

/* {properties, associations, objectWriteTraceId}. What is wrong is in in->problem. */
void input_create(struct inputs *s, struct input *in, uint32_t node);

/* {id, idProperty, properties}, or only {properties} when `record` is given already. */
void input_update(struct inputs *s, struct input *in, uint32_t node);
void input_change(struct inputs *s, struct input *in, uint32_t properties, struct record *record);

/* {id, idProperty, properties}: idProperty must be unique. */
void input_upsert(struct inputs *s, struct input *in, uint32_t node);

/* Does another record, or one of the `count` inputs before list[count], have a unique value of it? Then its problem
 * says so. To be called for the inputs one after the other. */
void input_conflict(struct inputs *s, struct input *list, size_t count);

void input_store(struct inputs *s, struct input *in);

/* Adds it as JSON, open at its end as record_write() leaves it. Only after input_store(). */
void input_write(const struct inputs *s, const struct input *in, struct record_writer *w, struct buf *to);

/* The property that an idProperty names, which must be unique; "hs_object_id" and none at all are not. */
bool input_unique_property(const struct mock *m, enum type type, struct slice name, int *property, struct problem *p);

void input_not_found(struct problem *p, enum type type, struct slice id);

#endif
