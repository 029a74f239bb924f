/* profile: a look at the files before anything is made of them. It needs no workspace: what must be kept of each row
 * goes into a temporary database, which is gone at the end.
 */
#ifndef LOOK_PROFILE_H
#define LOOK_PROFILE_H

#include "steps/stage/look/profile_column.h"
#include "steps/stage/input/reader.h"
#include "steps/stage/stage.h"

enum { PROFILE_CODES = 12 };

/* Rows that loading would reject, by code. */
struct profile_reject {
	const char *code, *column; /* of the first one; constants */
	uint64_t rows, line;
};

struct profile_file {
	struct reader *reader; /* at its end: names, dialect, survey, order */
	struct profile_column *columns;
	uint64_t ends[3];		/* records that end in LF, CRLF, CR */
	uint64_t longest, longest_line; /* bytes of a record */
	struct profile_reject rejects[PROFILE_CODES];
	size_t reject_count;
};

struct profile {
	struct db *db;		 /* the rules, and a row a row: profile_lines.sql and the like answer from it */
	const char *other_rules; /* the built-in rule set that it is compared with */
	struct profile_file *files;
	int file_count;
};

/* Reads all files of stage->inputs with stage->rules. ERR_INPUT when one cannot be read as CSV at all.
 * profile_clear() is fine after a failure. */
bool profile_files(struct profile *p, struct stage *stage, struct err *e);
void profile_clear(struct profile *p);

#endif
