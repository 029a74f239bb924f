/* One pass over the master counts what the report shows of it. */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "steps/stage/report/other.h"
#include "steps/stage/stage.h"

/* Makes and fills the temporary tables report_count and report_code (sql/make_counts.sql says what they hold).
 * `other` classifies the codes a second time. */
bool report_tally(struct stage *stage, struct report_other *other, struct err *e);

#endif
