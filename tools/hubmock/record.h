/* A record as JSON. */
#ifndef HUBMOCK_RECORD_H
#define HUBMOCK_RECORD_H

#include "compute.h"

/* Which properties a reader asked for; NULL instead of one of these: all that are set, and the computed ones. */
struct wanted {
	bool has[PROPERTY_MAX];
};

/* Marks what every read shows: hs_createdate, hs_lastmodifieddate, hs_object_id. */
void wanted_init(struct wanted *w, const struct property_set *s);
void wanted_add(struct wanted *w, const struct property_set *s, const char *name, size_t size); /* unknown: dropped */
void wanted_add_list(struct wanted *w, const struct property_set *s, const char *list); /* with commas; may be NULL */

struct record_writer {
	struct view view;
	struct computed computed[TYPE_ACTIVITIES][COMPUTED_MAX];
};

void record_writer_init(struct record_writer *w, const struct mock *m);
void record_writer_clear(struct record_writer *w);

/* Adds {"id":...,"properties":{...},"createdAt":...}, open at its end, so that the caller may add members before its }.
 * Properties are sorted by name. Asked for and empty: null. */
void record_write(struct record_writer *w, const struct record *r, const struct wanted *wanted, struct buf *to);

/* The text of one property of a record, stored or computed, as in values.h; false when there is none. */
bool record_value(struct record_writer *w, const struct record *r, int property, struct buf *to);

#endif
