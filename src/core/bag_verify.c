#include "core/bag.h"

#include "core/bag_format.h"
#include "core/file.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TAG_MAX = 64 * 1024 * 1024, /* bytes of a tag file: some 400,000 payload files */
	DEPTH_MAX = 16,		    /* directories below each other */
	HEX = HASH_HEX - 1,
	HEAD = HEX + sizeof BAG_SEPARATOR - 1 /* before the path in a line */
};

/* A line of a manifest, in its text, with NUL in place of the separator's first byte and of the newline. */
struct line {
	const char *hex, *path;
	bool seen;
};

struct manifest {
	struct buf text;
	struct line *lines; /* in the order of their paths */
	size_t count;
};

/* A check under way. Its functions return whether to go on; a problem stops it unless somebody is told all of them. */
struct check {
	const char *dir;
	int root; /* the open directory */
	void (*tell)(void *own, const char *problem);
	void *own;
	struct err *err;
	size_t problems;
	int64_t bytes; /* of the payload found */
	size_t files;
};

static bool problem(struct check *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static bool
problem(struct check *c, const char *fmt, ...)
{
	struct err now;
	char words[ERR_TEXT_MAX / 2];
	va_list args;

	va_start(args, fmt);
	vsnprintf(words, sizeof words, fmt, args);
	va_end(args);
	err_set(&now, ERR_REFUSED, "%s: %s", c->dir, words);
	if (c->problems++ == 0)
		*c->err = now;
	if (c->tell != NULL)
		c->tell(c->own, now.text);
	return c->tell != NULL;
}

/* A problem with a name from the disk, which is shown only when it can do no harm on a screen. */
static bool
name_problem(struct check *c, const char *path, const char *words)
{
	return problem(c, "%s: %s", file_is_inside(path, strlen(path)) ? path : "a file with an unsafe name", words);
}

/* Opens a regular file and nothing else; *fd is -1 when that is a problem. */
static bool
open_regular(struct check *c, int dir, const char *name, const char *path, int *fd)
{
	struct stat st;

	*fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (*fd < 0 && errno == ENOENT)
		return name_problem(c, path, "is missing");
	if (*fd < 0 && (errno == ELOOP || errno == ENXIO)) /* a link, a socket */
		return name_problem(c, path, "is not a regular file");
	if (*fd < 0)
		return err_system(c->err, "%s/%s", c->dir, path);
	if (fstat(*fd, &st) == 0 && S_ISREG(st.st_mode))
		return true;
	close(*fd);
	*fd = -1;
	return name_problem(c, path, "is not a regular file");
}

/* Reads a tag file whole, and its hash; nothing of either when there is a problem. */
static bool
read_tag(struct check *c, const char *name, struct buf *text, char hex[HASH_HEX])
{
	struct err err = {0};
	bool on, good;
	int fd;

	hex[0] = '\0';
	on = open_regular(c, c->root, name, name, &fd);
	if (fd < 0)
		return on;
	good = file_read_fd(fd, name, TAG_MAX, text, &err) && hash_of(text->bytes, text->size, hex, &err);
	close(fd);
	if (good)
		return true;
	buf_reset(text);
	if (err.kind == ERR_INPUT)
		return problem(c, "%s", err.text);
	*c->err = err;
	return err_place(c->err, "%s", c->dir);
}

/* What is wrong with a line, or NULL. */
static const char *
line_fault(const char *line, size_t size)
{
	if (size <= HEAD || memcmp(line + HEX, BAG_SEPARATOR, HEAD - HEX) != 0)
		return "is malformed";
	if (strspn(line, "0123456789abcdef") != HEX)
		return "has a checksum that is not lower-case hex";
	if (!file_is_inside(line + HEAD, size - HEAD) || memchr(line + HEAD, '%', size - HEAD) != NULL)
		return "has an unsafe path";
	return NULL;
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(((const struct line *)a)->path, ((const struct line *)b)->path);
}

/* Takes a line, whose end is NUL already. */
static bool
add_line(struct check *c, const char *name, struct manifest *m, char *line, size_t size, size_t number)
{
	const char *fault = line_fault(line, size);

	if (fault != NULL)
		return problem(c, "%s: line %zu %s", name, number, fault);
	line[HEX] = '\0';
	if ((m->count & (m->count - 1)) == 0)
		m->lines = mem_grow(m->lines, (m->count == 0 ? 1 : 2 * m->count) * sizeof *m->lines);
	m->lines[m->count++] = (struct line){line, line + HEAD, false};
	if (m->count == 1 || by_path(&m->lines[m->count - 2], &m->lines[m->count - 1]) < 0)
		return true;
	return problem(c, "%s: line %zu is out of order", name, number);
}

/* Cuts a manifest's text into lines. */
static bool
cut(struct check *c, const char *name, struct manifest *m)
{
	char *line = m->text.bytes, *end = line + m->text.size;
	bool on = true;

	for (size_t number = 1; on && line < end; number++) {
		char *newline = memchr(line, '\n', (size_t)(end - line));

		if (newline == NULL) {
			on = problem(c, "%s: line %zu does not end", name, number);
			break;
		}
		*newline = '\0';
		on = add_line(c, name, m, line, (size_t)(newline - line), number);
		line = newline + 1;
	}
	if (m->count > 0)
		qsort(m->lines, m->count, sizeof *m->lines, by_path);
	return on;
}

static struct line *
find_line(const struct manifest *m, const char *path)
{
	struct line key = {NULL, path, false};

	return m->count == 0 ? NULL : bsearch(&key, m->lines, m->count, sizeof key, by_path);
}

static void
manifest_clear(struct manifest *m)
{
	buf_clear(&m->text);
	free(m->lines);
}

/* Says which files of the bag's own directory do not belong there. */
static bool
check_names(struct check *c)
{
	static const char *const known[] = {BAG_DECLARATION, BAG_INFO, BAG_MANIFEST, BAG_TAGMANIFEST, BAG_PAYLOAD};
	struct file_names names;
	bool on = file_list_at(c->root, c->dir, &names, c->err);

	for (size_t i = 0; on && i < names.count; i++) {
		bool is_known = false;

		for (size_t k = 0; k < sizeof known / sizeof *known; k++)
			is_known = is_known || strcmp(names.names[i], known[k]) == 0;
		if (!is_known)
			on = name_problem(c, names.names[i], "does not belong to the bag");
	}
	file_names_clear(&names);
	return on;
}

/* Reads a tag file and compares it with its line. */
static bool
check_tag(struct check *c, const struct manifest *tags, const char *name, struct buf *text)
{
	char hex[HASH_HEX];
	struct line *line = find_line(tags, name);

	if (!read_tag(c, name, text, hex))
		return false;
	if (line == NULL)
		return problem(c, "%s: is not listed in " BAG_TAGMANIFEST, name);
	line->seen = true;
	return hex[0] == '\0' || strcmp(hex, line->hex) == 0 || problem(c, "%s: does not match its checksum", name);
}

/* Checks the tag files against the tag manifest, and leaves the payload's manifest and bag-info.txt to be checked. */
static bool
check_tags(struct check *c, struct manifest *payload, struct buf *info)
{
	struct manifest tags = {0};
	struct buf declaration = {0};
	char hex[HASH_HEX];
	bool on = read_tag(c, BAG_TAGMANIFEST, &tags.text, hex) && cut(c, BAG_TAGMANIFEST, &tags) &&
		  check_tag(c, &tags, BAG_MANIFEST, &payload->text) && check_tag(c, &tags, BAG_INFO, info) &&
		  check_tag(c, &tags, BAG_DECLARATION, &declaration);

	for (size_t i = 0; on && i < tags.count; i++)
		if (!tags.lines[i].seen)
			on = problem(c, BAG_TAGMANIFEST ": lists %s, which is no tag file", tags.lines[i].path);
	if (on && (declaration.size != strlen(BAG_DECLARATION_TEXT) ||
			  memcmp(declaration.bytes, BAG_DECLARATION_TEXT, declaration.size) != 0))
		on = problem(c, BAG_DECLARATION ": is not that of a BagIt 1.0 bag");
	manifest_clear(&tags);
	buf_clear(&declaration);
	return on;
}

static bool
check_file(struct check *c, const struct manifest *m, int dir, const char *name, const char *path)
{
	struct line *line = find_line(m, path);
	char hex[HASH_HEX];
	int64_t size;
	bool on;
	int fd;

	if (line == NULL)
		return name_problem(c, path, "is not listed in " BAG_MANIFEST);
	line->seen = true;
	on = open_regular(c, dir, name, path, &fd);
	if (fd < 0)
		return on;
	on = file_hash_fd(fd, path, hex, &size, c->err) || err_place(c->err, "%s", c->dir);
	close(fd);
	if (!on)
		return false;
	c->bytes += size;
	c->files++;
	return strcmp(hex, line->hex) == 0 || problem(c, "%s: does not match its checksum", path);
}

/* Checks all files under a directory, whose path below the bag is `path`. */
static bool
check_dir(struct check *c, const struct manifest *m, int parent, const char *name, const char *path, int depth)
{
	struct file_names names = {0};
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	bool on;

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP))
		return name_problem(c, path, "is not a directory");
	if (fd < 0)
		return err_system(c->err, "%s/%s", c->dir, path);
	on = file_list_at(fd, path, &names, c->err);
	for (size_t i = 0; on && i < names.count; i++) {
		char *below = file_join(path, names.names[i]);
		struct stat st;

		if (fstatat(fd, names.names[i], &st, AT_SYMLINK_NOFOLLOW) != 0)
			on = err_system(c->err, "%s/%s", c->dir, below);
		else if (!S_ISDIR(st.st_mode))
			on = check_file(c, m, fd, names.names[i], below);
		else if (depth == DEPTH_MAX)
			on = name_problem(c, below, "is nested too deeply");
		else
			on = check_dir(c, m, fd, names.names[i], below, depth + 1);
		free(below);
	}
	file_names_clear(&names);
	close(fd);
	return on;
}

/* Checks the payload against its manifest, in both directions. */
static bool
check_payload(struct check *c, struct manifest *m)
{
	bool on = cut(c, BAG_MANIFEST, m) && check_dir(c, m, c->root, BAG_PAYLOAD, BAG_PAYLOAD, 0);

	for (size_t i = 0; on && i < m->count; i++)
		if (!m->lines[i].seen)
			on = problem(c, "%s: is missing", m->lines[i].path);
	return on;
}

/* Checks that bag-info.txt has just one Payload-Oxum, and that it counts what was found. */
static bool
check_oxum(struct check *c, const struct buf *info)
{
	char *want = mem_format(BAG_OXUM ": %lld.%zu", (long long)c->bytes, c->files);
	const char *line = info->size == 0 ? "" : info->bytes, *newline;
	size_t oxums = 0, right = 0;

	for (; (newline = strchr(line, '\n')) != NULL; line = newline + 1) {
		size_t size = (size_t)(newline - line);

		oxums += strncmp(line, BAG_OXUM ":", strlen(BAG_OXUM ":")) == 0;
		right += size == strlen(want) && memcmp(line, want, size) == 0;
	}
	free(want);
	return (oxums == 1 && right == 1) || problem(c, BAG_INFO ": has no " BAG_OXUM " that counts the payload");
}

bool
bag_verify(const char *dir, void (*tell)(void *own, const char *problem), void *own, struct err *err)
{
	struct check c = {.dir = dir, .tell = tell, .own = own, .err = err};
	struct manifest payload = {0};
	struct buf info = {0};
	bool good;

	c.root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (c.root < 0)
		return err_system(err, "%s", dir);
	good = check_names(&c) && check_tags(&c, &payload, &info) && check_payload(&c, &payload) &&
	       check_oxum(&c, &info) && c.problems == 0;
	manifest_clear(&payload);
	buf_clear(&info);
	close(c.root);
	return good;
}
