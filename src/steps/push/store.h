/* The statements that write the journal, prepared once. Each function is one change; all run in the caller's
 * transaction.
 *
 * Those that end a record's sending are the only ones that may: what they write is what HubSpot said.
 */
#ifndef PUSH_STORE_H
#define PUSH_STORE_H

#include "core/db.h"
#include "steps/push/job.h"

struct store;

struct store *store_open(struct db *db, struct err *e);
void store_close(struct store *s); /* NULL is fine */

/* A request: the row before it leaves, and its end. `began_us` of store_request_end may be -1: as it was. */
struct store_request {
	int64_t run_id;
	const char *kind, *type;
	int count;
	int64_t now, now_us; /* UTC seconds; microseconds since the run began */
	int millis;
};

bool store_request(struct store *s, const struct store_request *r, int64_t *id, struct err *e);

struct store_answer {
	const char *ended; /* answered, not sent, unknown */
	int status;	   /* 0: none */
	const char *correlation, *message;
	int64_t latency_us, began_us;
};

bool store_request_end(struct store *s, int64_t id, const struct store_answer *a, struct err *e);

/* Records. `first_sent` and the times of `done` are UTC seconds. */
bool store_sending(struct store *s, const struct item *item, int64_t request_id, int64_t first_sent, struct err *e);
bool store_planned(struct store *s, const struct item *item, bool look, struct err *e);
bool store_unknown(struct store *s, int64_t id, const char *why, struct err *e);
bool store_created(struct store *s, const struct item *item, bool is_ours, int64_t done, struct err *e);
bool store_updated(struct store *s, const struct item *item, int64_t done, struct err *e);
bool store_rejected(struct store *s, const struct item *item, int64_t done, struct err *e);
bool store_archived(struct store *s, int64_t id, int64_t done, struct err *e);
bool store_links(struct store *s, int64_t id, const char *links, const char *why, struct err *e);
bool store_touched(struct store *s, const struct item *item, struct err *e);
bool store_missing_link(struct store *s, int64_t id, const char *to_type, int64_t to_id, struct err *e);
bool store_no_missing_links(struct store *s, int64_t id, struct err *e);

/* Reading on: fills at most `room` items with records after `after`, by rising id. -1: failed. `chosen`: only those
 * in the temporary table of that name. *looks (may be NULL) gets whether an item must be looked for before it is
 * sent. */
struct store_page {
	enum activity type;
	int64_t after, bundle_id;
	bool chosen;
};

int store_next_planned(struct store *s, const struct store_page *p, const char *action, struct item *items, bool *looks,
	int room, struct err *e);
int store_next_links(
	struct store *s, const struct store_page *p, const char *links, struct item *items, int room, struct err *e);

/* `began` gets the UTC second in which the request in doubt began, `updates` whether it was an update. */
int store_next_unknown(struct store *s, const struct store_page *p, struct item *items, int64_t *began, bool *updates,
	int room, struct err *e);

/* Those that this journal created; items[i].was_changed is when HubSpot had last changed them. */
int store_next_ours(struct store *s, const struct store_page *p, struct item *items, int room, struct err *e);

#endif
