/* What the steps of the pusher share: the options, and one push in the making. */
#ifndef PUSH_PUSH_H
#define PUSH_PUSH_H

#include "net/http.h"
#include "steps/push/journal.h"
#include "steps/push/limiter.h"
#include "steps/push/parcel.h"
#include "steps/push/store.h"

#include <signal.h>

struct push_options {
	const char *out, *bundle, *journal; /* bundle and journal NULL: in out */
	int64_t portal;			    /* 0: not said */
	const char *base_url, *api_version, *ca_file;
	const char *token;
	int64_t rate, concurrency, batch, timeout, settle; /* seconds */
	int64_t limit, canary, max_calls, max_duration;	   /* 0: none */
	bool types[ACTIVITIES];
	bool all_types;
	bool dry_run, retry_rejected, no_read_back, yes;
	const char *version; /* of the tool */
};

/* How far it is; called often. `total` 0: not known. */
typedef void push_progress(void *context, const char *what, uint64_t records, uint64_t total);
typedef void push_remark(void *context, const char *text);

struct push {
	const struct push_options *options;
	struct http *http;
	struct limiter pace, search_pace;
	struct journal *journal;
	struct store *store;
	struct parcel *parcel;
	char key_property[256];
	bool unique[ACTIVITIES]; /* the key is unique there: batch/read finds by it */
	bool links_v4;		 /* associations are read by the older path: the other is not there */
	int64_t run_id, bundle_id;
	int64_t began;			    /* clock_ticks() of the run */
	int64_t calls;			    /* requests begun */
	int64_t skew;			    /* the server's clock minus ours, seconds */
	int64_t settle_ms;		    /* what an unknown outcome waits */
	int64_t unit_ms;		    /* a hundredth of it: the measure of all our own waits */
	volatile sig_atomic_t *signal_seen; /* 0: none */
	push_progress *progress;
	push_remark *remark;
	void *context;
};

/* Opens what talks to HubSpot; needs the token and the base URL. */
bool push_connect(struct push *p, struct err *e);
bool push_open_journal(struct push *p, bool write, struct err *e);
void push_clear(struct push *p);

/* Paths of the API version: "objects", "calls" -> /crm/objects/2026-09/calls. free() them. */
char *push_path(const struct push *p, const char *family, const char *rest);

/* One GET (body NULL) or POST that only asks, paced, repeated where that helps. The answer's JSON; NULL: failed.
 * *status (may be NULL) lets the caller see a 4xx as an answer; it is then 0 or that status, and *root its body,
 * which may be NULL. */
bool push_ask(struct push *p, const char *path, const struct buf *body, int *status, json_t **root, struct err *e);

/* The bundle, verified, and its key property. */
bool push_open_parcel(struct push *p, struct err *e);

/* The row of a run, in transactions of their own. */
bool push_begin_run(struct push *p, const char *command, bool test, struct err *e);
bool push_end_run(struct push *p, int status, const char *message, struct err *e);

/* p->key_property, as the journal has it. ERR_REFUSED when nothing was pushed yet. */
bool push_take_key(struct push *p, struct err *e);

void push_say(struct push *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
