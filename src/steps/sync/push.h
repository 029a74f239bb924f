/* push: a workspace's communications, derived rows, payloads and push states into the server's tables, by
 * comm_communicationid. */
#ifndef SYNC_PUSH_H
#define SYNC_PUSH_H

#include "steps/sync/push_table.h"

struct push_options {
	const char *out;    /* the workspace */
	const char *pulled; /* the folder of the pull; NULL: the workspace's own copy of pull.json */
	enum push_mode mode;
	bool force, dry_run;
	int64_t reconnect_seconds; /* how long the server is asked when the answer to COMMIT was lost */
};

/* In one transaction: rows go through temporary tables, one statement a table writes them, they are read back and
 * compared, and a row of sync_run makes it happen once. When the answer to COMMIT is lost, a new connection asks
 * for that row; ERR_UNKNOWN when there is none to be had. The same push again writes nothing and leaves no second
 * row.
 *
 * A row whose last_updated on the server is later than the pull, and that no push of this workspace's data wrote,
 * is a conflict: it is left alone unless `force`, and listed in OUT/sync-conflicts.csv.
 *
 * *answer: {"server", "mode", "dry_run", "applied", "already_applied", "run_id", "applied_at", "rows", "bytes",
 * "tables": [{"name", "sent", "added", "changed", "removed", "lacking"}], "conflicts": n, "conflict_list": [{"id",
 * "changed_in", "last_updated"}] (a thousand at most)}. */
bool step_push(struct sync *s, const struct push_options *options, json_t **answer, struct err *e);

#endif
