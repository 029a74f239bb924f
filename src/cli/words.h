/* What a program says on stderr, and the check that its answer on stdout has really been written.
 *
 *	hubstage: load: file.csv:17: Comm_DateTime: '31/02/2024' is not a date
 *	hubstage: load: warning: 3 columns are ignored
 *
 * One call, one line, whole: lines of several threads do not mix. Whatever a terminal could obey is shown as \xNN.
 * Colour only on a terminal, when NO_COLOR is unset or empty and TERM is not "dumb". One state for the process, as
 * there is one stderr; the strings given to it must stay.
 */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "core/err.h"

enum words_level { WORDS_QUIET = -1, WORDS_NORMAL = 0, WORDS_VERBOSE = 1 };

/* First thing in main(): takes care that 0, 1 and 2 are open files, so that a database never becomes stdout, and that
 * a reader who leaves is an error to see (EPIPE), not a signal that kills. */
void words_start(const char *program);

void words_command(const char *command); /* NULL: none */
void words_set_level(enum words_level level);

void words_error(const struct err *e);						/* always */
void words_warning(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* not with -q */
void words_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));	/* not with -q */
void words_detail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));	/* only with -v */

/* The one line at the bottom of a terminal that the next call replaces and any message pushes away; NULL or "" removes
 * it. On anything but a terminal it does nothing. */
void words_transient(const char *text);
bool words_on_terminal(void); /* stderr is one */

/* Last thing before exit 0: writes out stdout and closes it. False when not all of the answer is where it should be (a
 * full disk, a closed stdout). A reader who left, as in `| head -1`, wanted no more: that is no failure. */
bool words_finish(struct err *e);

#endif
