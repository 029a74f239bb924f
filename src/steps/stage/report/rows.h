/* Answers of the database as JSON: a column becomes a member of its name. */
#ifndef REPORT_ROWS_H
#define REPORT_ROWS_H

#include "core/db.h"

#include <jansson.h>

/* All rows of an embedded statement, as an array of objects. NULL on failure. */
json_t *report_rows(struct db *db, const char *path, struct err *e);

/* The first row alone; an empty object when there is none. NULL on failure. */
json_t *report_row(struct db *db, const char *path, struct err *e);

/* The row that a statement stands on, as an object; its value in one column. */
json_t *report_current(struct query *q);
json_t *report_value(struct query *q, int column);

#endif
