/* Which activity a row becomes: asked of SQL (v_classification) once for each combination of codes, remembered
 * afterwards.
 *
 * Real exports have a few dozen combinations. What is remembered is bounded; a combination that was forgotten is
 * looked up in the table code_combination again.
 */
#ifndef STAGE_CLASSIFY_H
#define STAGE_CLASSIFY_H

#include "core/buf.h"
#include "core/db.h"
#include "steps/stage/input/reader.h"

enum { CLASSIFY_TESTS = 11 }; /* the columns of code_combination that rules can look at */

struct combination {
	int64_t id; /* in code_combination */
	char activity[24];
	bool is_task_eligible;
};

struct classifier {
	struct query insert, classify;
	bool tests
		[CLASSIFY_TESTS]; /* what this rule set looks at; the rest makes no difference and is left NULL or 0 */
	struct remembered *slots;
	size_t used;
	struct buf key;
};

/* The rules must be installed in `db`. classifier_close() is fine on a zeroed struct. */
bool classifier_open(struct classifier *c, struct db *db, struct err *e);
void classifier_close(struct classifier *c);

/* Within a transaction. */
bool classifier_find(struct classifier *c, const struct row *row, struct combination *found, struct err *e);

#endif
