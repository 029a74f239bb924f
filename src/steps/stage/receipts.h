/* Receipts: what the push journal knows comes back into staging.db, and out again as files for people.
 *
 * success.csv: comm_communicationid, activity_type, hubspot_engagement_id, pushed_at. error.csv: what HubSpot
 * refused, in the form of rejects.csv: corrected, it loads again. crosswalk.csv: communication id, activity type,
 * HubSpot id.
 */
#ifndef STAGE_RECEIPTS_H
#define STAGE_RECEIPTS_H

#include "steps/stage/stage.h"

struct receipts {
	int64_t pushed, failed; /* in the journal */
	int64_t unknown;	/* whose outcome is unknown; those that are not in pushed have the status failed */
	int64_t rolled_back;	/* archived again: their status is pending */
	int64_t strangers;	/* of communications that this workspace does not have; kept all the same */
};

/* Takes a journal (push.db) in, within the caller's transaction on stage->db: the table receipt, then the push state
 * of the seven derivative tables and of the master; the bundle is stale then, as it has what HubSpot has now. Done
 * again it changes nothing. The journal is only read.
 *
 * It must be of this workspace: it was kept with the same key property, and the bundle in stage->dir, or one whose
 * receipts were taken before, is among those that were pushed with it. ERR_REFUSED when not; ERR_ENVIRONMENT when the
 * file is no journal or of another version. */
bool step_receipts(struct stage *stage, const char *journal, struct receipts *r, struct err *e);

/* Writes the three files into stage->dir, from the database. */
bool receipts_write(struct stage *stage, struct err *e);

#endif
