/* The document that a report is made of: docs/report.md describes its shape. */
#ifndef REPORT_DATA_H
#define REPORT_DATA_H

#include "steps/stage/stage.h"

enum { REPORT_VERSION = 1 }; /* of the shape; a change that a reader could notice raises it */

/* Counts, asks and compares; writes the lists into `dir` and this run's result into the database. NULL on failure. */
json_t *report_data(struct stage *stage, const char *dir, struct err *e);

#endif
