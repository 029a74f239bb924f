/* Files and directories: whole files, files written as a stream, and the tree around them.
 *
 * Every fault is ERR_ENVIRONMENT and names the path. What is reported as done is on the disk: written, synced, renamed,
 * the directory synced. A file grows under its final name only where its directory is itself not yet in place.
 */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include "core/buf.h"
#include "core/err.h"
#include "core/hash.h"

#include <stdint.h>

/* Adds the whole file to `to`. ERR_INPUT when it has more than `max` bytes. */
bool file_read(const char *path, size_t max, struct buf *to, struct err *err);

/* The same for an open file, from where it stands; `path` is for the message. */
bool file_read_fd(int fd, const char *path, size_t max, struct buf *to, struct err *err);

/* Puts a file with these bytes in place of `path`, or leaves what was there. It is written as `path`.partial, which a
 * kill may leave behind and the next call overwrites: one writer at a time (the caller holds the workspace). */
bool file_write(const char *path, const void *bytes, size_t size, struct err *err);

/* The SHA-256 and the size of what an open file holds from where it stands. */
bool file_hash_fd(int fd, const char *path, char hex[HASH_HEX], int64_t *size, struct err *err);

/* A file that is written as a stream. After the first fault every further call fails: nothing is tried twice. */
struct file;

enum {
	FILE_HASH = 1, /* compute the SHA-256 of what passes */
	FILE_EARLY = 2 /* have the system write as we go, so that the sync at the end is short (Linux) */
};

struct file *file_open(
	const char *path, unsigned options, struct err *err); /* creates it or empties it; NULL: failed */
bool file_add(struct file *f, const void *bytes, size_t size, struct err *err);
bool file_finish(struct file *f, struct err *err); /* writes, syncs and closes; nothing can be added afterwards */
int64_t file_size(const struct file *f);	   /* bytes added */
const char *file_hex(const struct file *f);	   /* the hash after file_finish() with FILE_HASH, owned by f */
void file_close(struct file *f);		   /* without file_finish() what was added may be lost */

/* The tree. */
bool file_mkdir(const char *path, struct err *err);		   /* parents too; fine when it is there */
bool file_move(const char *from, const char *to, struct err *err); /* rename(2), both directories synced */
bool file_sync_dir(const char *path, struct err *err);		   /* makes renames and new names in it last */
bool file_remove_tree(const char *path, struct err *err);	   /* a file or all of a directory; fine when absent */
char *file_join(const char *dir, const char *name);		   /* dir/name; free() it */

/* The names in a directory, without . and .., in the order of their bytes. */
struct file_names {
	char **names;
	size_t count;
};

bool file_list(const char *dir, struct file_names *names, struct err *err);
bool file_list_at(int fd, const char *path, struct file_names *names, struct err *err); /* of an open directory */
void file_names_clear(struct file_names *names);

/* True when a path from outside may be joined to a directory of ours and stays inside it, on any system: relative,
 * UTF-8, no empty component, none that begins with ~ or ends with a dot or blank (so no . and ..), no backslash, colon,
 * NUL or other control character, no name that Windows keeps for devices. Links are not looked at: open with
 * O_NOFOLLOW. */
bool file_is_inside(const char *path, size_t size);

#endif
