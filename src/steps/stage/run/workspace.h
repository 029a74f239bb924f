/* The workspace: the directory that holds everything, one program at a time, changed as a whole or not at all.
 *
 * What a command makes is built in DIR/.new and then switched into place: DIR/.switch names the entries and is the
 * moment of decision. After a kill the next command finishes the switch when the file is there, and throws .new away
 * when it is not. What the switch replaces waits in DIR/.old until the end. push.db is never part of it.
 */
#ifndef RUN_WORKSPACE_H
#define RUN_WORKSPACE_H

#include "core/err.h"

enum workspace_lock {
	WORKSPACE_SHARED,    /* others may read too */
	WORKSPACE_EXCLUSIVE, /* alone */
	WORKSPACE_CREATE     /* alone; the directory is made when it is not there */
};

struct workspace {
	char *dir;
	char *database;	   /* DIR/staging.db */
	char *new_dir;	   /* DIR/.new */
	char *switch_path; /* DIR/.switch */
	int lock;	   /* descriptor */
};

/* Locks it and finishes or undoes what a killed command left. NULL on failure: ERR_ENVIRONMENT when it is in use,
 * cannot be written or (but for WORKSPACE_CREATE) is not there. */
struct workspace *workspace_open(const char *dir, enum workspace_lock lock, struct err *e);
void workspace_close(struct workspace *w); /* NULL is fine */

/* Makes an empty DIR/.new. */
bool workspace_begin(struct workspace *w, struct err *e);

/* Puts the named entries of .new in place of those of DIR; an entry that .new has not is removed from DIR. On failure
 * the workspace is as it was, or DIR/.switch is there and the next command finishes what it says. */
bool workspace_switch(struct workspace *w, const char *const *entries, struct err *e);

/* Throws .new away, unless a switch that has begun still needs it. */
void workspace_undo(struct workspace *w);

#endif
