/* pulled: where a communications file comes from, when `hubstage-sync pull` wrote it.
 *
 * Pull puts a pull.json beside its files: the moment of the server that they are of, and the SHA-256 of each. The push
 * back needs it, to know what changed on the server since; so a load keeps it with the workspace.
 */
#ifndef STAGE_PULLED_H
#define STAGE_PULLED_H

#include "steps/stage/stage.h"

/* Copies pull.json from beside the first communications file that is, by its hash, the one it is of, into stage->dir.
 * One that is of another file, or that cannot be read, is not taken, which is told. The files have been read. */
bool pulled_keep(const struct stage *stage, struct err *e);

#endif
