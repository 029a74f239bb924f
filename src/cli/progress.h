/* Progress on stderr: rows, share, MB/s, time left. The steps do not know it: they call a function given to them, and
 * progress_report() is one.
 *
 * May be called from several threads, as often as wanted: a call that comes too early (or while another draws) returns
 * at once. A terminal's line is drawn at most 5 times a second; plain lines come every 5 seconds, and one at the end.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "core/buf.h"

#include <stdint.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_PLAIN, PROGRESS_NONE };

extern const char *const progress_modes[]; /* their names, ended by NULL */

/* How far a piece of work is. */
struct progress_count {
	const char *what; /* "load"; static text */
	uint64_t rows;	  /* done */
	uint64_t bytes;	  /* done; 0: this work is not about bytes */
	uint64_t total;	  /* of bytes, or of rows where bytes is 0; 0: unknown */
};

struct progress;

/* `clock` gives nanoseconds that only grow; NULL: the system's. progress_close() takes NULL, ends the line. */
struct progress *progress_open(enum progress_mode mode, int64_t (*clock)(void));
void progress_close(struct progress *p);

/* The callback: `to` is a struct progress, or NULL: nothing happens. The rest is as in struct progress_count. */
void progress_report(void *to, const char *what, uint64_t rows, uint64_t bytes, uint64_t total);

/* "load: 412,000 rows, 48%, 103.4 MB/s, 4 s left" after `elapsed` nanoseconds of it. */
void progress_text(const struct progress_count *count, int64_t elapsed, struct buf *to);

#endif
