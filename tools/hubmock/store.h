/* The records: what this HubSpot holds. Memory grows with the records and with nothing else.
 *
 * Records are never forgotten: an archived one keeps its place and its id. They are numbered from 0 in the order of
 * their creation; a pointer to one stays good until store_clear().
 */
#ifndef HUBMOCK_STORE_H
#define HUBMOCK_STORE_H

#include "index.h"
#include "property.h"
#include "random.h"
#include "values.h"

struct association {
	uint64_t to;
	uint16_t id;	  /* association type id, from the record to the other */
	uint8_t to_type;  /* enum type */
	uint8_t category; /* enum category of association.h */
};

struct record {
	uint64_t id;
	int64_t created, updated; /* ms */
	int64_t archived_at;	  /* ms; 0 while it lives */
	struct slice values;	  /* owned; see values.h */
	struct association *associations;
	uint32_t number;
	uint32_t association_count;
	uint8_t type; /* enum type */
	bool edited;  /* by a user, over /__edit */
};

struct store {
	const struct properties *properties;
	struct record **chunks;
	uint32_t count;
	struct index ids, values;
	uint64_t next_id, id_base, seed;
	bool forget; /* keep only what records are found by */
};

void store_init(struct store *s, const struct properties *properties, uint64_t seed, uint64_t id_base, bool forget);
void store_clear(struct store *s);

uint64_t store_new_id(struct store *s); /* never the same twice, in no order */

struct record *store_get(const struct store *s, uint32_t number);

/* Copies the values and the associations. */
struct record *store_add(struct store *s, enum type type, uint64_t id, int64_t now, struct slice values);
void store_set(struct store *s, struct record *r, struct slice values, int64_t now);
void store_archive(struct record *r, int64_t now);

/* Nothing changes when the record has it already. */
void store_associate(struct record *r, struct association a);
void store_dissociate(struct record *r, enum type to_type, uint64_t to);

/* Live or archived; NULL when there is none. */
struct record *store_find(const struct store *s, enum type type, uint64_t id);

/* The next live record of the type with this value, in any case of letters, of a property that is kept in the index
 * (store_indexed); NULL after the last. Start with *step = 0. The store must not change between two calls. */
struct record *store_next_value(const struct store *s, enum type type, int property, struct slice text, uint32_t *step);

/* The live record with exactly this value, the one made first; NULL when there is none. */
struct record *store_find_value(const struct store *s, enum type type, int property, struct slice text);

bool store_indexed(const struct store *s, enum type type, int property);

#endif
