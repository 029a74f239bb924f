/* One error idiom for all programs.
 *
 * A function that can fail returns bool (or a pointer that may be NULL) and takes a caller-owned `struct err *` as its
 * last parameter. It fills it where the fault is; callers on the way up may give it a place ("load: file.csv:17: ...")
 * with err_place(). Nothing below cli/ prints: main prints the text once, and the kind is the exit status.
 */
#ifndef CORE_ERR_H
#define CORE_ERR_H

#include <stdbool.h>

enum err_kind {
	ERR_NONE = 0,
	ERR_FAULT = 1,	     /* a bug, or a fault nobody expected */
	ERR_USAGE = 2,	     /* wrong options or settings */
	ERR_INPUT = 5,	     /* the input is refused as a whole; nothing changed */
	ERR_ENVIRONMENT = 6, /* disk, permission, lock, not our database; nothing changed */
	ERR_REMOTE = 7,	     /* the other side refused or is out of reach; running again continues */
	ERR_UNKNOWN = 8,     /* outcomes of writes are unknown */
	ERR_REFUSED = 9,     /* refused for safety: checksum, portal or plan does not match */
	ERR_INTERRUPTED = 130
};

enum { ERR_TEXT_MAX = 2048 };

struct err {
	enum err_kind kind;
	char text[ERR_TEXT_MAX]; /* one line, no newline at its end; cut with "..." when longer */
};

/* Empties `e`, so that it can be used again. */
void err_clear(struct err *e);

/* Fills `e`. Always returns false, so that a failing branch is one line: return err_set(e, ERR_INPUT, "...", ...); */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* As err_set()(ERR_ENVIRONMENT) with ": " and the text of errno at the end. */
bool err_system(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Puts a place and ": " before the text that is there. Always returns false. */
bool err_place(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
