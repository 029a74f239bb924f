/* A job: one request to come, with the records it is about. Jobs are made, sent, settled and thrown away; the journal
 * is what lasts.
 */
#ifndef PUSH_JOB_H
#define PUSH_JOB_H

#include "core/buf.h"
#include "rules/template.h"

#include <stdbool.h>
#include <stdint.h>

enum job_kind { JOB_CREATE, JOB_UPDATE, JOB_ASSOCIATE, JOB_ARCHIVE, JOB_READ, JOB_SEARCH, JOB_LINKS, JOB_COMPARE };

extern const char *const job_names[]; /* as the journal has them: "create" ... */

/* True when sending the same twice does no harm: all but create. */
bool job_repeatable(enum job_kind kind);
bool job_writes(enum job_kind kind);

/* What to do with a record that was looked for and is not there. */
enum job_then {
	THEN_AGAIN, /* send it again */
	THEN_SPLIT, /* its batch was refused: send half of it again, or, when it was alone, it is refused */
	THEN_REJECT /* it was refused by itself, for being there already */
};

/* What an answer says of one record. */
enum fate {
	FATE_NONE,     /* nothing */
	FATE_FOUND,    /* HubSpot has it: hubspot_id, made, changed */
	FATE_REFUSED,  /* code, message */
	FATE_CONFLICT, /* refused, as HubSpot has it already */
	FATE_DOUBTFUL  /* it contradicts itself */
};

struct item {
	int64_t id; /* the communication */
	int64_t offset, line;
	uint32_t size;
	bool is_update; /* its line stands in updates/ */
	int64_t hubspot_id;
	int64_t first_sent;
	int tries, misses;
	char sha256[65];

	enum fate fate;
	int copies; /* further records that a search found by the same key */
	char made[32], changed[32];
	char was_changed[32]; /* as the journal has it */
	char code[48];
	char message[400];
};

struct job {
	struct job *next;
	enum job_kind kind;
	enum activity type;
	struct item *items; /* by rising id */
	int count;
	int64_t not_before; /* clock_ticks() */
	int attempts;	    /* of this very request */
	enum job_then then;
	int refused; /* THEN_SPLIT: how many were in the refused batch */
	int to;	     /* associations: which of the other types is asked for */
	int64_t request_id;
	int64_t sent; /* clock_ticks() */
	bool began;
	struct buf body;
};

/* The items are copied; `first` and `count` choose among those of `from`. */
struct job *job_new(enum job_kind kind, enum activity type, const struct item *items, int count);
void job_free(struct job *j);

/* The item of a communication; NULL when the job has none. */
struct item *job_find(struct job *j, int64_t id);

/* The item of a HubSpot record; NULL when the job has none. */
struct item *job_find_hubspot(struct job *j, int64_t hubspot_id);

#endif
