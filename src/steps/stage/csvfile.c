#include "steps/stage/csvfile.h"

#include "core/mem.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As read(), over what a signal interrupts. */
static ssize_t
read_some(int fd, char *to, size_t size)
{
	ssize_t got;

	do
		got = read(fd, to, size);
	while (got < 0 && errno == EINTR);
	return got;
}

/* The first bytes: at least as many as tell encodings apart, also from a pipe that gives them one by one. */
static ssize_t
read_first(int fd, char *to, size_t size)
{
	ssize_t got = 0, more;

	do {
		more = read_some(fd, to + got, size - (size_t)got);
		if (more < 0)
			return more;
		got += more;
	} while (more > 0 && got <= 3);
	return got;
}

static int64_t
read_hashed(void *context, char *to, size_t size, struct err *e)
{
	struct csvfile *f = context;
	bool is_first = f->bytes == 0;
	ssize_t got = is_first ? read_first(f->fd, to, size) : read_some(f->fd, to, size);

	if (got < 0) {
		err_system(e, "%s", f->path);
		return -1;
	}
	hash_add(f->hash, to, (size_t)got);
	f->bytes += (uint64_t)got;
	if (is_first && got >= 3) {
		memcpy(f->first, to, 3);
		if (memcmp(to, "\xef\xbb\xbf", 3) == 0) {
			f->skipped = 3;
			got -= 3;
			memmove(to, to + 3, (size_t)got);
		}
	}
	return got;
}

static bool
open_regular(struct csvfile *f, struct err *e)
{
	struct stat st;

	f->fd = open(f->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (f->fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return err_set(e, ERR_INPUT, "%s: no such file", f->path);
	if (f->fd < 0 || fstat(f->fd, &st) != 0)
		return err_system(e, "%s", f->path);
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_INPUT, "%s is a directory, not a CSV file", f->path);
	if (S_ISREG(st.st_mode) && st.st_size == 0)
		return err_set(e, ERR_INPUT, "%s is empty: not even a header line", f->path);
	return true;
}

/* The name goes into reports and JSON documents. */
static bool
check_name(const struct csvfile *f, struct err *e)
{
	return text_is_utf8(f->name, strlen(f->name), NULL) ||
	       err_set(e, ERR_INPUT, "%s: the file's name is not UTF-8; give it another one", f->path);
}

struct csvfile *
csvfile_open(const char *path, const struct csv_options *options, struct err *e)
{
	struct csvfile *f = mem_new(sizeof *f);
	const char *slash = strrchr(path, '/');

	f->path = path;
	f->name = slash == NULL ? path : slash + 1;
	f->hash = hash_open();
	f->fd = -1;
	if (!check_name(f, e) || !open_regular(f, e)) {
		csvfile_close(f);
		return NULL;
	}
	f->csv = csv_open(f->name, options, read_hashed, f);
	return f;
}

void
csvfile_close(struct csvfile *f)
{
	if (f == NULL)
		return;
	csv_close(f->csv);
	hash_close(f->hash);
	if (f->fd >= 0)
		close(f->fd);
	free(f);
}

/* The line (from 1, added to *line) and the column in bytes of byte `at`. */
static size_t
place_of(const char *raw, size_t at, uint64_t *line)
{
	size_t start = 0;

	for (size_t i = 0; i < at; i++)
		if (raw[i] == '\n' || (raw[i] == '\r' && raw[i + 1] != '\n')) {
			++*line;
			start = i + 1;
		}
	return at - start + 1;
}

static bool
refuse_encoding(struct csvfile *f, const struct csv_record *record, size_t at, struct err *e)
{
	uint64_t line = record->line;
	size_t column = place_of(record->raw, at, &line);
	unsigned byte = (unsigned char)record->raw[at];

	if (memcmp(f->first, "\xff\xfe", 2) == 0 || memcmp(f->first, "\xfe\xff", 2) == 0)
		return err_set(e, ERR_INPUT, "%s: the file is UTF-16; export it as UTF-8", f->name);
	return err_set(e, ERR_INPUT,
		"%s:%llu:%zu: byte 0x%02X is not UTF-8 (byte %llu of the file); export the file as UTF-8", f->name,
		(unsigned long long)line, column, byte, (unsigned long long)(record->offset + at));
}

enum csv_step
csvfile_next(struct csvfile *f, struct csv_record *record, struct err *e)
{
	enum csv_step step = csv_next(f->csv, record, e);
	size_t bad_at;

	if (step == CSV_END && !hash_end(f->hash, f->sha256, e))
		return CSV_FAILED;
	if (step != CSV_RECORD)
		return step;
	record->offset += f->skipped;
	if (record->raw != NULL && !text_is_utf8(record->raw, record->size, &bad_at)) {
		refuse_encoding(f, record, bad_at, e);
		return CSV_FAILED;
	}
	return CSV_RECORD;
}
