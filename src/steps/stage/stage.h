/* What the steps of the staging share: the database they work on, the rules, the facts of the run, and whom to tell. */
#ifndef STAGE_STAGE_H
#define STAGE_STAGE_H

#include "core/db.h"
#include "core/zone.h"
#include "rules/ruleset.h"

#include <stdint.h>

/* What was read or written so far; `total` 0: not known. Called often: it must be cheap. */
typedef void stage_progress(void *context, const char *step, uint64_t rows, uint64_t bytes, uint64_t total);

/* A remark for the user, no error: "communications.csv: 3 columns are ignored: ..."; a note is less than a warning. */
typedef void stage_warning(void *context, const char *text);

/* The files of a run, as given. */
struct stage_inputs {
	const char *const *communications;
	int communication_count;
	const char *contacts, *companies, *deals, *already_pushed; /* NULL: none */
};

/* How the communications files are to be read, as far as the user says it. */
struct stage_reading {
	const char *encoding; /* iconv's name; NULL: find out */
	char delimiter;	      /* 0: find out */
	int order;	      /* enum dates_order */
	bool excel_serial, repair, keep_extra;
};

struct stage {
	struct db *db;
	const struct ruleset *rules;
	const char *dir;     /* where rejects.csv, rejects.raw and bundle/ go */
	bool building;	     /* in a run: the database is new and nobody sees it before the end */
	const char *version; /* of the tool */
	char as_of[20];	     /* YYYY-MM-DD HH:MM:SS on the source's clock */
	char as_of_utc[32];  /* the same moment, YYYY-MM-DDThh:mm:ss.sssZ */
	json_t *settings;    /* of the rule set, with what the command line says instead */
	struct zone *zone;   /* of the source's clock */
	bool allow_empty;
	bool show_values; /* report: names, addresses and texts too */
	struct stage_reading reading;
	struct stage_inputs inputs;

	stage_progress *progress;
	stage_warning *warning, *note;
	void *context;
};

/* The steps of this room, one file each. Each runs within the caller's transaction on stage->db. */
bool step_init(struct stage *stage, struct err *e);

/* The facts of the run and the rule set alone, into a database that is there. */
bool step_facts(struct stage *stage, struct err *e);

bool step_load(struct stage *stage, struct err *e);
bool step_resolve(struct stage *stage, struct err *e);
bool step_derive(struct stage *stage, struct err *e);
bool step_validate(struct stage *stage, struct err *e);
bool step_payloads(struct stage *stage, struct err *e);

/* Tells the user, when somebody listens. */
void stage_warn(const struct stage *stage, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void stage_note(const struct stage *stage, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Settings by name. */
const char *stage_text(const struct stage *stage, const char *setting);
int64_t stage_number(const struct stage *stage, const char *setting);

/* Remembers that a step was done and that what comes after it is stale. */
bool stage_done(struct stage *stage, const char *step, struct err *e);

#endif
