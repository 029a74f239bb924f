/* Faults by script: which request is hit, and by what. README.md documents the script; this is what becomes of it. */
#ifndef HUBMOCK_FAULTS_H
#define HUBMOCK_FAULTS_H

#include "known.h"
#include "request.h"

#include "core/err.h"

enum fault_kind {
	FAULT_NONE, /* the answer stays; it may be late */
	FAULT_STATUS,
	FAULT_DROP,
	FAULT_CUT_ANSWER,
	FAULT_CUT_REQUEST,
	FAULT_SHORT_BODY,
	FAULT_DRIP,
	FAULT_GARBAGE,
	FAULT_HUGE,
	FAULT_DEEP,
	FAULT_EMPTY_RESULTS,
	FAULT_OTHER_STATUS,
	FAULT_PENDING,
	FAULT_REDIRECT,
	FAULT_ALIEN_TRACES,
	FAULT_SWAPPED_TRACES,
	FAULT_MISSING_RESULTS,
	FAULT_REPEATED_RESULTS,
	FAULT_ALIEN_RESULTS,
	FAULT_NO_KEYS
};

enum commit {
	COMMIT_NO,
	COMMIT_YES,
	COMMIT_SOME, /* the first `inputs` of a batch */
	COMMIT_LATE  /* all, `commit_after_ms` after the answer was due */
};

struct fault {
	char *name; /* as the script has it; owned, as all texts here; NULL when not given */
	enum fault_kind kind;
	enum commit commit;
	int64_t inputs, commit_after_ms, delay_ms;
	int status;
	int64_t at;	     /* a position in bytes; negative: from the end */
	int64_t count;	     /* results, bytes, depth: whatever the fault counts */
	int64_t every_ms;    /* drip */
	int64_t retry_after; /* negative: no header */
	bool in_body, reset;
	char *policy, *text, *content_type, *to, *message;
};

struct rule {
	enum method method;	  /* METHOD_COUNT: any */
	char *path, *type, *body; /* substrings; NULL: any; owned */
	int64_t *numbers;	  /* owned */
	size_t number_count;
	int64_t from, to, every; /* 0: not said */
	bool matching;		 /* numbers count the requests that this rule matches, not all */
	double probability;
	int64_t times; /* 0: no end */
	struct fault fault;
	int64_t seen, fired;
};

struct rules {
	struct rule *list;
	size_t count;
	struct rules *older; /* scripts that were replaced: requests on their way still point into them */
};

struct faults {
	struct rules *rules; /* NULL: none were ever read */
	uint64_t seed;
};

/* Reads a script (JSON), which replaces the one before. What it calls missing is taken over into `known`. False with
 * ERR_USAGE; `f` is unchanged then. */
bool faults_read(struct faults *f, struct known *known, const char *text, size_t size, struct err *e);
void faults_clear(struct faults *f);
void faults_clear_rules(struct rules *r); /* and the older ones */

/* The first rule that hits the request, NULL when none does. Before the body is there only rules that do not look into
 * it are asked, then, with `body`, the others. Counts. */
const struct fault *faults_choose(struct faults *f, const struct request *r, bool body);

#endif
