/* The loop: what the journal says is to be done becomes jobs, jobs become requests, answers become rows of the
 * journal.
 *
 * One transaction a turn: what was answered and what is about to leave are committed together, and only then does
 * anything leave. What is in memory may be lost at any moment; the journal is enough to go on.
 */
#ifndef PUSH_ENGINE_H
#define PUSH_ENGINE_H

#include "steps/push/push.h"

enum engine_work {
	WORK_SETTLE = 1, /* look for records whose outcome is unknown */
	WORK_SEND = 2,	 /* create and update what is planned */
	WORK_LINK = 4,	 /* associations of updated records */
	WORK_LOOK = 8,	 /* read associations back */
	WORK_UNDO = 16	 /* archive what this journal created */
};

enum { ENGINE_PHASES = 3 };

/* Where the journal has been read up to. */
struct cursor {
	int step; /* of the phase: type by type */
	int64_t after;
	bool done;
};

struct engine {
	struct push *push;
	unsigned work;
	bool chosen; /* only the records in the temporary table */

	struct job *first, **last; /* jobs that wait */
	int waiting, flying;
	struct cursor doubts, plans, links;
	int phase;

	int troubles;	       /* in a row */
	int64_t trouble_since; /* clock_ticks(): earlier failures are of the same trouble */
	bool probing;	       /* one at a time, until something goes well */
	uint64_t dice;	       /* jitter */
	int64_t deadline;      /* clock_ticks(); 0: none */
	bool stopping;	       /* nothing new leaves */
	enum err_kind stop;    /* ERR_NONE: it came to its end */
	char why[512];	       /* of the stop */
	void (*left)(void *context, const struct item *item, enum activity type,
		const char *why); /* by WORK_UNDO; may be NULL */
	void *left_context;
	int64_t archived, edited, gone, candidates;
	int64_t created, updated, adopted, rejected, given_up, links_missing, links_unread, limited;
};

/* Runs until all is done that can be, or something stops it. False: a fault of ours (journal, bundle, libcurl); what is
 * outside (HubSpot, limits, a signal) is g->stop. */
bool engine_run(struct engine *g, struct push *p, unsigned work, bool chosen, struct err *e);

/* An engine that archives; it tells of records that it leaves alone. With the option dry_run it only looks. */
bool engine_undo(struct engine *g, struct push *p,
	void (*left)(void *, const struct item *, enum activity, const char *), void *context, struct err *e);

/* For supply.c, prepare.c and settle.c. */
void engine_add(struct engine *g, struct job *j);
void engine_stop(struct engine *g, enum err_kind kind, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Nanoseconds to wait before trying for the nth time: full jitter. */
int64_t engine_backoff(struct engine *g, int attempt);

/* Reads on in the journal until there is a job, or nothing is left. */
bool supply_jobs(struct engine *g, struct err *e);
bool supply_is_dry(const struct engine *g);
void supply_next_phase(struct engine *g);

/* Makes a job's request: its body, its path (free() it), its rows in the journal. NULL: failed, or *empty: there is
 * nothing to ask. */
char *prepare_job(struct engine *g, struct job *j, bool *empty, struct err *e);

/* Takes an answer into the journal and makes the jobs that follow. Owns the job. */
bool settle_job(struct engine *g, struct job *j, const struct http_answer *a, struct err *e);

/* Rollback: compared, then archived. Owns the job. */
bool settle_undo(struct engine *g, struct job *j, const struct http_answer *a, struct err *e);

/* A chain of associations goes on with the next other type, or ends. Owns the job. */
bool settle_links(struct engine *g, struct job *j, const struct http_answer *a, struct err *e);
bool settle_links_next(struct engine *g, struct job *j, struct err *e);

#endif
