/* The lines behind the numbers: CSV files beside the report, for people (csvtext.h), without names, addresses or
 * texts. */
#ifndef REPORT_LISTS_H
#define REPORT_LISTS_H

#include "steps/stage/stage.h"

/* Writes into `dir` each list that has a line. An array of {file, title, rows}; NULL on failure. */
json_t *report_lists(struct stage *stage, const char *dir, struct err *e);

#endif
