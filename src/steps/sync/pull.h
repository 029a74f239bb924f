/* pull: the communications and the reconciliation tables of a server, as the CSV files that hubstage reads. */
#ifndef SYNC_PULL_H
#define SYNC_PULL_H

#include "steps/sync/sync.h"

struct pull_options {
	const char *dir;	    /* made when it is not there */
	const char *communications; /* table; NULL: ic_communication_master */
};

/* Writes communications.csv, contacts.csv, companies.csv, deals.csv, already-pushed.csv and last pull.json, all of
 * one moment of the server. A table without rows gives no file. On failure the files of an earlier pull stay as
 * they were, or there is no pull.json. *answer is the document of pull.json and {"warnings": [text]}. */
bool step_pull(struct sync *s, const struct pull_options *options, json_t **answer, struct err *e);

#endif
