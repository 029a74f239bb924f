/* Which column of a file is which: the 22 by their own names first, then by the names that other exports give them
 * (schema/source_columns.csv), then by what stands behind the last dot of a name. Case makes no difference.
 */
#ifndef INPUT_COLUMNS_H
#define INPUT_COLUMNS_H

#include "core/buf.h"
#include "core/err.h"
#include "steps/stage/input/source.h"

/* A column of a file's header. */
struct columns_one {
	char *header;		   /* as it stands there, without blanks around it */
	enum source_column column; /* SOURCE_COLUMNS: none of the 22 */
	char *extra;		   /* of the others: "private", "owner_email", or the header in small letters */
	bool is_ours;		   /* one of those that rejects.csv has before the file's own */
	bool is_used, is_kept;	   /* an extra one: the rule set reads it; rows have its value */
};

/* Fills column and extra of each, and where each of the 22 stands (SIZE_MAX: nowhere). False: one of the 22 stands
 * twice under its own name (ERR_INPUT; `name` is the file's). */
bool columns_find(
	struct columns_one *columns, size_t count, size_t position[SOURCE_COLUMNS], const char *name, struct err *e);

#endif
