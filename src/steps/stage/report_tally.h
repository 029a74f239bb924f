/* One pass over the master counts what the report shows of it. */
#ifndef STAGE_REPORT_TALLY_H
#define STAGE_REPORT_TALLY_H

#include "steps/stage/report_other.h"
#include "steps/stage/stage.h"

/* Makes and fills the temporary tables report_count and report_code (sql/report_make_counts.sql says what they hold).
 * `other` classifies the codes a second time. */
bool report_tally(struct stage *stage, struct report_other *other, struct err *e);

#endif
