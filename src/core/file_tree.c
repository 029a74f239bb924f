#include "core/file.h"

#include "core/mem.h"
#include "core/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 64 }; /* of a tree that is removed: each level keeps a file descriptor open */

/* Bytes of the path up to its last component, without the slashes between them; 0 when it has no directory part. */
static size_t
parent_size(const char *path)
{
	size_t size = strlen(path);

	while (size > 1 && path[size - 1] == '/')
		size--;
	while (size > 0 && path[size - 1] != '/')
		size--;
	while (size > 1 && path[size - 1] == '/')
		size--;
	return size;
}

static char *
parent_of(const char *path)
{
	size_t size = parent_size(path);

	return size == 0 ? mem_text(".") : mem_format("%.*s", (int)size, path);
}

bool
file_sync_dir(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return err_system(err, "%s", path);
	good = fsync(fd) == 0 || errno == EINVAL; /* EINVAL: a file system that syncs no directories */
	if (!good)
		err_system(err, "%s: cannot be synced", path);
	close(fd);
	return good;
}

static bool
sync_parent(const char *path, struct err *err)
{
	char *parent = parent_of(path);
	bool good = file_sync_dir(parent, err);

	free(parent);
	return good;
}

bool
file_move(const char *from, const char *to, struct err *err)
{
	size_t size = parent_size(from);

	if (rename(from, to) != 0)
		return err_system(err, "%s -> %s", from, to);
	if (!sync_parent(to, err))
		return false;
	return (size == parent_size(to) && memcmp(from, to, size) == 0) || sync_parent(from, err);
}

bool
file_mkdir(const char *path, struct err *err)
{
	struct stat st;
	bool good = true;
	char *parent;

	if (stat(path, &st) == 0)
		return S_ISDIR(st.st_mode) || err_set(err, ERR_ENVIRONMENT, "%s: is not a directory", path);
	parent = parent_of(path);
	if (parent_size(path) > 0 && strcmp(parent, path) != 0)
		good = file_mkdir(parent, err);
	if (good && mkdir(path, 0777) != 0 && errno != EEXIST)
		good = err_system(err, "%s", path);
	good = good && file_sync_dir(parent, err);
	free(parent);
	return good;
}

char *
file_join(const char *dir, const char *name)
{
	size_t size = strlen(dir);

	return mem_format("%s%s%s", dir, size > 0 && dir[size - 1] != '/' ? "/" : "", name);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_name(struct file_names *names, const char *name)
{
	if ((names->count & (names->count - 1)) == 0)
		names->names = mem_grow(names->names, (names->count == 0 ? 1 : names->count * 2) * sizeof(char *));
	names->names[names->count++] = mem_text(name);
}

bool
file_list_at(int fd, const char *path, struct file_names *names, struct err *err)
{
	struct dirent *entry;
	bool good = false;
	int copy = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = copy < 0 ? NULL : fdopendir(copy);

	*names = (struct file_names){0};
	if (dir == NULL) {
		err_system(err, "%s", path);
		goto out;
	}
	copy = -1;
	for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			add_name(names, entry->d_name);
	good = errno == 0 || err_system(err, "%s", path);
	if (names->count > 0)
		qsort(names->names, names->count, sizeof *names->names, by_bytes);
out:
	if (dir != NULL)
		closedir(dir);
	if (copy >= 0)
		close(copy);
	if (!good)
		file_names_clear(names);
	return good;
}

bool
file_list(const char *dir, struct file_names *names, struct err *err)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good;

	*names = (struct file_names){0};
	if (fd < 0)
		return err_system(err, "%s", dir);
	good = file_list_at(fd, dir, names, err);
	close(fd);
	return good;
}

void
file_names_clear(struct file_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
	*names = (struct file_names){0};
}

static bool remove_at(int dir, const char *name, const char *path, int depth, struct err *err);

/* Removes everything in the directory `name`, which is not a link. */
static bool
remove_inside(int dir, const char *name, const char *path, int depth, struct err *err)
{
	struct file_names names = {0};
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return err_system(err, "%s", path);
	good = file_list_at(fd, path, &names, err);
	for (size_t i = 0; good && i < names.count; i++) {
		char *below = file_join(path, names.names[i]);

		good = remove_at(fd, names.names[i], below, depth + 1, err);
		free(below);
	}
	file_names_clear(&names);
	close(fd);
	return good;
}

static bool
remove_at(int dir, const char *name, const char *path, int depth, struct err *err)
{
	if (unlinkat(dir, name, 0) == 0 || errno == ENOENT)
		return true;
	if (errno != EISDIR && errno != EPERM) /* what Linux and what POSIX say of a directory */
		return err_system(err, "%s", path);
	if (depth > DEPTH_MAX)
		return err_set(err, ERR_ENVIRONMENT, "%s: is nested too deeply to be removed", path);
	if (!remove_inside(dir, name, path, depth, err))
		return false;
	return unlinkat(dir, name, AT_REMOVEDIR) == 0 || err_system(err, "%s", path);
}

/* A slash at the end would follow a link, hence the bare path. */
bool
file_remove_tree(const char *path, struct err *err)
{
	char *bare = mem_text(path);
	size_t size = strlen(bare);
	const char *last;
	bool good;

	while (size > 0 && bare[size - 1] == '/')
		bare[--size] = '\0';
	last = strrchr(bare, '/');
	last = last == NULL ? bare : last + 1;
	if (last[0] == '\0' || strcmp(last, ".") == 0 || strcmp(last, "..") == 0)
		good = err_set(err, ERR_FAULT, "'%s' is nothing that may be removed", path);
	else
		good = remove_at(AT_FDCWD, bare, bare, 0, err);
	free(bare);
	return good;
}

/* What Windows takes for a device, with or without an extension. */
static bool
is_device(const char *name, size_t size)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul"};
	const char *dot = memchr(name, '.', size);
	size_t bare = dot == NULL ? size : (size_t)(dot - name);

	if (bare == 4 && name[3] >= '1' && name[3] <= '9')
		return text_same(name, 3, "com") || text_same(name, 3, "lpt");
	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
		if (text_same(name, bare, devices[i]))
			return true;
	return false;
}

static bool
is_component(const char *name, size_t size)
{
	if (size == 0 || name[0] == '~' || name[size - 1] == '.' || name[size - 1] == ' ')
		return false;
	return !is_device(name, size);
}

bool
file_is_inside(const char *path, size_t size)
{
	size_t first = 0;

	if (!text_is_utf8(path, size, NULL))
		return false;
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)path[i];

		if (c < ' ' || c == 0x7F || c == '\\' || c == ':' || (c == 0xC2 && (unsigned char)path[i + 1] < 0xA0))
			return false;
		if (c != '/')
			continue;
		if (!is_component(path + first, i - first))
			return false;
		first = i + 1;
	}
	return is_component(path + first, size - first);
}
