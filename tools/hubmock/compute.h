/* The properties HubSpot sets by itself: ids, times, previews, what follows from status, owner and headers. */
#ifndef HUBMOCK_COMPUTE_H
#define HUBMOCK_COMPUTE_H

#include "headers.h"
#include "mock.h"

/* A record as it is shown, stored or about to be. */
struct view {
	const struct mock *m;
	enum type type;
	uint64_t id;
	int64_t created, updated, archived_at; /* ms */
	bool edited;
	struct slice values;
	struct headers headers; /* read on demand */
	struct buf preview;
	bool has_headers, has_preview, cut;
	int64_t date; /* the time written last, which is often the next one too */
	struct buf date_text;
};

/* The bodies of views are kept between records: view_init once, view_set for each, view_clear. */
void view_init(struct view *v, const struct mock *m);
void view_set(struct view *v, const struct record *r);
void view_clear(struct view *v);

/* As date_write(). */
void view_date(struct view *v, struct buf *to, int64_t ms, bool trim);

enum { COMPUTED_MAX = 40 };

/* Adds the value, escaped for a JSON string; false when the record has none. */
typedef bool compute_function(struct view *v, struct buf *to);

struct computed {
	int property;
	compute_function *function;
};

/* The computed properties of a type, sorted by name; ends with PROPERTY_NONE. */
void compute_list(const struct property_set *s, struct computed list[COMPUTED_MAX]);

#endif
