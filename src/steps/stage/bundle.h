/* The bundle: a BagIt bag (RFC 8493) of one .ndjson file a type, each line one input of HubSpot's batch create.
 *
 * data/<type>.ndjson (all seven, empty ones too): records that HubSpot has not. data/updates/<type>.ndjson: records
 * that it has with another payload; each line begins with HubSpot's id. data/bundle.json: where it all comes from.
 * Same inputs, rules and as-of give the same bytes on any machine.
 */
#ifndef STAGE_BUNDLE_H
#define STAGE_BUNDLE_H

#include "rules/template.h"
#include "steps/stage/stage.h"

struct bundle;

/* Begins a bundle in `dir`, which must not be there; it grows under this name, so `dir` lies where nobody looks yet. */
struct bundle *bundle_open(const char *dir, struct err *e);

/* Adds a line; within a type by rising communication id. hubspot_id 0: new; otherwise an update of that record. The
 * bytes may be used again at once. */
bool bundle_add(
	struct bundle *b, enum activity activity, int64_t hubspot_id, const char *line, size_t size, struct err *e);

/* Checks that the lines are as many as the rows that are new or changed (ERR_FAULT), writes bundle.json from the
 * database and seals the bag; the step payloads is then done. */
bool bundle_settle(struct bundle *b, struct stage *stage, struct err *e);

void bundle_close(struct bundle *b); /* NULL is fine */

#endif
