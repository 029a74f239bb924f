#include "steps/stage/run/workspace.h"

#include "core/buf.h"
#include "core/file.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SWITCH_MAX = 4096 };

static bool
is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

/* Takes the lock that is open as LOCK_SH or LOCK_EX, or changes it to that. */
static bool
hold(struct workspace *w, int how, struct err *e)
{
	if (flock(w->lock, how | LOCK_NB) == 0)
		return true;
	return errno == EWOULDBLOCK ? err_set(e, ERR_ENVIRONMENT, "%s is in use by another hubstage", w->dir)
				    : err_system(e, "%s/.lock", w->dir);
}

static bool
take_lock(struct workspace *w, enum workspace_lock lock, struct err *e)
{
	char *path = file_join(w->dir, ".lock");
	bool ok;

	w->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (w->lock < 0 && lock == WORKSPACE_SHARED && (errno == EACCES || errno == EROFS))
		w->lock = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ok = (w->lock >= 0 || err_system(e, "%s", path)) && hold(w, lock == WORKSPACE_SHARED ? LOCK_SH : LOCK_EX, e);
	free(path);
	return ok;
}

/* Moves one entry: "+name" puts what is in .new in its place, "-name" removes it. May be repeated, as what was done
 * leaves nothing to do. What stood there goes to .old. */
static bool
switch_entry(struct workspace *w, const char *old_dir, const char *entry, struct err *e)
{
	const char *name = entry + 1;
	char *current = file_join(w->dir, name), *fresh = file_join(w->new_dir, name), *old = file_join(old_dir, name);
	bool places = entry[0] == '+', todo = !places || is_there(fresh), ok = true;

	if (todo && is_there(current) && !is_there(old))
		ok = file_move(current, old, e);
	if (ok && todo && places)
		ok = file_move(fresh, current, e);
	free(current);
	free(fresh);
	free(old);
	return ok;
}

static bool
is_entry(const char *line)
{
	return (line[0] == '+' || line[0] == '-') && file_is_inside(line + 1, strlen(line + 1));
}

/* Does what DIR/.switch says, from wherever a kill left it, and removes it. */
static bool
finish_switch(struct workspace *w, struct err *e)
{
	char *old_dir = file_join(w->dir, ".old"), *line, *rest;
	struct buf entries = {0};
	struct err later; /* what cannot be thrown away now, the next command throws away */
	bool ok = file_read(w->switch_path, SWITCH_MAX, &entries, e) && file_mkdir(old_dir, e);

	for (line = entries.bytes; ok && line != NULL && *line != '\0'; line = rest) {
		rest = strchr(line, '\n');
		if (rest != NULL)
			*rest++ = '\0';
		ok = is_entry(line) ? switch_entry(w, old_dir, line, e)
				    : err_set(e, ERR_ENVIRONMENT, "%s is damaged", w->switch_path);
	}
	ok = ok && file_remove_tree(w->switch_path, e) && file_sync_dir(w->dir, e);
	if (ok && file_remove_tree(old_dir, &later))
		file_remove_tree(w->new_dir, &later);
	buf_clear(&entries);
	free(old_dir);
	return ok;
}

/* After a kill: finishes the switch that had begun, or throws away what had not come so far. */
static bool
recover(struct workspace *w, struct err *e)
{
	char *old_dir = file_join(w->dir, ".old");
	bool ok = true;

	if (is_there(w->switch_path))
		ok = finish_switch(w, e);
	else if (is_there(w->new_dir) || is_there(old_dir))
		ok = file_remove_tree(w->new_dir, e) && file_remove_tree(old_dir, e);
	free(old_dir);
	return ok;
}

/* A reader that finds a switch which was not finished finishes it, alone, before it reads. */
static bool
recover_shared(struct workspace *w, struct err *e)
{
	return !is_there(w->switch_path) || (hold(w, LOCK_EX, e) && recover(w, e) && hold(w, LOCK_SH, e));
}

struct workspace *
workspace_open(const char *dir, enum workspace_lock lock, struct err *e)
{
	struct workspace *w = mem_new(sizeof *w);
	bool ok = true;

	w->lock = -1;
	w->dir = mem_text(dir);
	w->database = file_join(dir, "staging.db");
	w->new_dir = file_join(dir, ".new");
	w->switch_path = file_join(dir, ".switch");
	if (lock == WORKSPACE_CREATE)
		ok = file_mkdir(dir, e);
	else if (!is_there(w->database) && !is_there(w->switch_path))
		ok = err_set(e, ERR_ENVIRONMENT, "%s: no workspace there; `hubstage run` makes one", dir);
	ok = ok && take_lock(w, lock, e) && (lock == WORKSPACE_SHARED ? recover_shared(w, e) : recover(w, e));
	if (!ok) {
		workspace_close(w);
		w = NULL;
	}
	return w;
}

void
workspace_close(struct workspace *w)
{
	if (w == NULL)
		return;
	if (w->lock >= 0)
		close(w->lock);
	free(w->dir);
	free(w->database);
	free(w->new_dir);
	free(w->switch_path);
	free(w);
}

bool
workspace_begin(struct workspace *w, struct err *e)
{
	return file_remove_tree(w->new_dir, e) && file_mkdir(w->new_dir, e);
}

bool
workspace_switch(struct workspace *w, const char *const *entries, struct err *e)
{
	char *old_dir = file_join(w->dir, ".old");
	struct buf list = {0};
	bool ok;

	for (int i = 0; entries[i] != NULL; i++) {
		char *fresh = file_join(w->new_dir, entries[i]);

		buf_format(&list, "%c%s\n", is_there(fresh) ? '+' : '-', entries[i]);
		free(fresh);
	}
	ok = file_sync_dir(w->new_dir, e) && file_remove_tree(old_dir, e) &&
	     file_write(w->switch_path, list.bytes, list.size, e) && finish_switch(w, e);
	if (!ok && is_there(w->switch_path))
		err_place(e, "the result is complete, and the next command puts it in place");
	buf_clear(&list);
	free(old_dir);
	return ok;
}

void
workspace_undo(struct workspace *w)
{
	struct err ignored;

	if (!is_there(w->switch_path))
		file_remove_tree(w->new_dir, &ignored);
}
