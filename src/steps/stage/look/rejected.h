/* Why a communication is not in the workspace: the line of rejects.csv that has its id. */
#ifndef LOOK_REJECTED_H
#define LOOK_REJECTED_H

#include <stdint.h>

/* "f.csv:3: Comm_DateTime: '31/02/2024' is not a date (COULD_NOT_PARSE_DATE)" of the first such line of the workspace
 * in `dir`; the caller frees. NULL when there is none, or the file cannot be read. */
char *rejected_find(const char *dir, int64_t id);

#endif
