#include "steps/stage/input/intake.h"

#include "core/encoding.h"
#include "core/mem.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SAMPLE = 1 << 20, SNIFFED = 1 << 18, DAMAGED_MIN = 2 };

static const char rejects_head[] = "reject_file,reject_line,reject_byte,";

static ssize_t
read_at(const struct intake *in, char *to, size_t size)
{
	ssize_t got;

	do
		got = pread(in->fd, to, size, (off_t)in->at);
	while (got < 0 && errno == EINTR);
	return got;
}

static bool
write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);

		if (n < 0 && errno != EINTR)
			return false;
		bytes += n > 0 ? n : 0;
		size -= n > 0 ? (size_t)n : 0;
	}
	return true;
}

/* Copies a pipe to a temporary file that nobody else sees, and takes that instead. */
static bool
spool(struct intake *in, struct err *e)
{
	const char *dir = getenv("TMPDIR");
	char *path = mem_format("%s/hubstage.XXXXXX", dir == NULL || dir[0] == '\0' ? "/tmp" : dir);
	char *block = mem_grow(NULL, SAMPLE);
	int copy = mkostemp(path, O_CLOEXEC);
	ssize_t got = 1;
	bool ok = copy >= 0 || err_system(e, "%s", path);

	if (copy >= 0)
		unlink(path);
	while (ok && got != 0) {
		got = read(in->fd, block, SAMPLE);
		if (got < 0 && errno != EINTR)
			ok = err_system(e, "%s", in->path);
		else if (got > 0 && !write_all(copy, block, (size_t)got))
			ok = err_system(e, "copying %s to %s", in->path, path);
	}
	if (copy >= 0) {
		close(in->fd);
		in->fd = copy;
	}
	free(block);
	free(path);
	return ok;
}

static bool
open_file(struct intake *in, struct err *e)
{
	struct stat st;

	if (!text_is_utf8(in->name, strlen(in->name), NULL))
		return err_set(e, ERR_INPUT, "%s: the file's name is not UTF-8; give it another one", in->path);
	in->fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (in->fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return err_set(e, ERR_INPUT, "%s: no such file", in->path);
	if (in->fd < 0 || fstat(in->fd, &st) != 0)
		return err_system(e, "%s", in->path);
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_INPUT, "%s is a directory, not a CSV file", in->path);
	return S_ISREG(st.st_mode) || spool(in, e);
}

/* UTF-16 and UTF-32 without a byte order in the name: what the file shows, else the little one of Windows. */
static const char *
with_order(const char *told, const struct detection *found)
{
	if (strcasecmp(told, "UTF-16") != 0 && strcasecmp(told, "UTF-32") != 0)
		return told;
	if (strncasecmp(found->encoding, told, strlen(told)) == 0)
		return found->encoding;
	return strcasecmp(told, "UTF-16") == 0 ? "UTF-16LE" : "UTF-32LE";
}

static bool
is_utf8_name(const char *name)
{
	return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

/* Notes why the file is refused. False, unless anything goes. */
static bool
refused(struct intake *in, struct err *e)
{
	if (!in->options.anything)
		return false;
	in->problem = *e;
	err_clear(e);
	return true;
}

/* Refuses a file that is not UTF-8 and might be several things. Always returns false. */
static bool
unclear(const struct intake *in, const char *sample, size_t size, struct err *e)
{
	size_t at = 0, line = 1, start = 0;

	text_is_utf8(sample, size, &at);
	for (size_t i = 0; i < at; i++)
		if (sample[i] == '\n' || (sample[i] == '\r' && sample[i + 1] != '\n')) {
			line++;
			start = i + 1;
		}
	return err_set(e, ERR_INPUT,
		"%s:%zu:%zu: byte 0x%02X is not UTF-8 (byte %zu of the file), and what else the file is, is not clear; "
		"export "
		"it as UTF-8, or name its encoding with --encoding (%s seems the nearest)",
		in->name, line, at - start + 1, (unsigned char)sample[at], at, in->found.encoding);
}

/* What the bytes are to be read as. */
static bool
choose_encoding(struct intake *in, const char *sample, size_t size, bool whole, struct err *e)
{
	const char *other = detect_other(sample, size);
	const struct detection *found = &in->found;
	size_t bom;

	detect_encoding(sample, size, whole, &in->found);
	bom = found->bom;
	in->is_rejects =
		size - bom >= strlen(rejects_head) && memcmp(sample + bom, rejects_head, strlen(rejects_head)) == 0;
	in->told_encoding = in->options.encoding != NULL && bom == 0 && !in->is_rejects;
	in->encoding = in->told_encoding ? with_order(in->options.encoding, found) : found->encoding;
	if (in->told_encoding && is_utf8_name(in->encoding))
		in->encoding = "UTF-8";
	if (other != NULL && bom == 0)
		return err_set(e, ERR_INPUT, "%s is %s, not a CSV file", in->name, other);
	if (in->options.as_bytes && strncmp(in->encoding, "UTF-16", 6) != 0 &&
		strncmp(in->encoding, "UTF-32", 6) != 0) {
		in->encoding = "UTF-8";
		return true;
	}
	if (in->told_encoding || bom > 0)
		return true;
	if (!found->sure && !unclear(in, sample, size, e))
		return refused(in, e);
	if (found->damaged > 0 && strcmp(found->encoding, "UTF-8") != 0 && !in->options.repair)
		return err_set(e, ERR_INPUT,
			       "%s: its text was damaged twice before it came here: %s; --repair mends it and keeps "
			       "the original bytes of every cell, --encoding MACINTOSH takes it as it is",
			       in->name, found->reason) ||
		       refused(in, e);
	return true;
}

/* Opens the converter, when one is needed, for a stream that begins behind the byte order mark. */
static bool start_converter(struct intake *in, struct err *e);

static int64_t
read_bytes(void *context, char *to, size_t size, struct err *e)
{
	struct intake *in = context;
	ssize_t got = read_at(in, to, size);
	size_t mark = in->at == 0 ? in->found.bom : 0;

	if (got < 0) {
		err_system(e, "%s", in->path);
		return -1;
	}
	if (in->hash != NULL)
		hash_add(in->hash, to, (size_t)got);
	in->at += (uint64_t)got;
	in->bytes = in->at;
	if (mark > 0 && (size_t)got >= mark) {
		got -= (ssize_t)mark;
		memmove(to, to + mark, (size_t)got);
		if (got == 0)
			return read_bytes(context, to, size, e);
	}
	if (got == 0 && in->hash != NULL && in->sha256[0] == '\0' && !hash_end(in->hash, in->sha256, e))
		return -1;
	return got;
}

static bool
start_converter(struct intake *in, struct err *e)
{
	if (strcmp(in->encoding, "UTF-8") == 0)
		return true;
	in->converter = encoding_open(in->encoding, in->name, in->found.bom, read_bytes, in, e);
	return in->converter != NULL;
}

/* The beginning of the stream, to find the delimiter by. A fault in it will be met again, and then reported. */
static bool
sniff(struct intake *in, const char *sample, size_t size, bool whole, struct err *e)
{
	struct buf text = {0};
	struct intake copy = *in;
	struct err ignored;
	bool ok;

	copy.hash = NULL;
	copy.converter = NULL;
	ok = start_converter(&copy, e);
	if (ok && copy.converter == NULL) {
		buf_add(&text, sample + in->found.bom, size - in->found.bom);
		if (text.size > SNIFFED)
			text.size = SNIFFED;
	} else if (ok) {
		int64_t got = 1;

		for (whole = false; got > 0 && text.size<SNIFFED; text.size += got> 0 ? (size_t)got : 0)
			got = encoding_read(copy.converter, buf_room(&text, SNIFFED), SNIFFED, &ignored);
		whole = got == 0;
	}
	if (ok)
		dialect_sniff(text.size == 0 ? "" : text.bytes, text.size, whole && text.size < SNIFFED, &in->dialect);
	in->told_delimiter = in->options.delimiter != '\0' && !in->is_rejects;
	if (in->told_delimiter)
		in->dialect.delimiter = in->options.delimiter;
	else if (in->is_rejects)
		in->dialect.delimiter = ',';
	in->skip = in->dialect.skip;
	encoding_close(copy.converter);
	buf_clear(&text);
	return ok;
}

static struct intake *
new_intake(const char *path)
{
	struct intake *in = mem_new(sizeof *in);
	const char *slash = strrchr(path, '/');

	in->path = path;
	in->name = slash == NULL ? path : slash + 1;
	in->fd = -1;
	return in;
}

struct intake *
intake_open(const char *path, const struct intake_options *options, struct err *e)
{
	struct intake *in = new_intake(path);
	char *sample = NULL;
	ssize_t size = 0, more = 1;
	bool ok;

	in->options = *options;
	in->hash = hash_open();
	ok = open_file(in, e);
	if (ok) {
		sample = mem_grow(NULL, SAMPLE);
		for (; more > 0 && size<SAMPLE; size += more> 0 ? more : 0, in->at = (uint64_t)size)
			more = read_at(in, sample + size, (size_t)(SAMPLE - size));
		in->at = 0;
		ok = more >= 0 || err_system(e, "%s", path);
	}
	if (ok && size == 0)
		ok = err_set(e, ERR_INPUT, "%s is empty: not even a header line", path);
	ok = ok && choose_encoding(in, sample, (size_t)size, more == 0, e) &&
	     sniff(in, sample, (size_t)size, more == 0, e) && start_converter(in, e);
	free(sample);
	if (!ok) {
		intake_close(in);
		in = NULL;
	}
	return in;
}

struct intake *
intake_again(const struct intake *in, struct err *e)
{
	struct intake *again = new_intake(in->path);
	bool ok;

	again->options = in->options;
	again->found = in->found;
	again->encoding = in->encoding;
	again->is_rejects = in->is_rejects;
	again->dialect = in->dialect;
	again->skip = in->dialect.skip;
	again->fd = fcntl(in->fd, F_DUPFD_CLOEXEC, 3);
	ok = again->fd >= 0 ? start_converter(again, e) : err_system(e, "%s", in->path);
	if (!ok) {
		intake_close(again);
		again = NULL;
	}
	return again;
}

void
intake_close(struct intake *in)
{
	if (in == NULL)
		return;
	encoding_close(in->converter);
	hash_close(in->hash);
	if (in->fd >= 0)
		close(in->fd);
	free(in);
}

int64_t
intake_read(void *intake, char *to, size_t size, struct err *e)
{
	struct intake *in = intake;
	int64_t got;

	do {
		got = in->converter == NULL ? read_bytes(in, to, size, e) : encoding_read(in->converter, to, size, e);
		if (got > 0 && in->skip > 0) {
			size_t n = (size_t)got < in->skip ? (size_t)got : in->skip;

			got -= (int64_t)n;
			in->skip -= n;
			memmove(to, to + n, (size_t)got);
			if (got == 0)
				continue;
		}
		return got;
	} while (true);
}

uint64_t
intake_origin(struct intake *in, uint64_t offset)
{
	offset += in->dialect.skip;
	return in->converter == NULL ? offset + in->found.bom : encoding_origin(in->converter, offset);
}

bool
intake_is_plain(const struct intake *in)
{
	return strcmp(in->encoding, "UTF-8") == 0 && in->dialect.delimiter == ',' && in->dialect.skip == 0 &&
	       in->found.damaged < DAMAGED_MIN && !in->told_encoding;
}

void
intake_describe(const struct intake *in, struct buf *to)
{
	const struct dialect *d = &in->dialect;
	char room[4];

	buf_format(to, "%s (%s), ", in->encoding, in->told_encoding ? "as --encoding says" : in->found.reason);
	if (in->told_delimiter)
		buf_format(to, "separated by %s (as --delimiter says)", dialect_word(d->delimiter, room));
	else if (d->skip > 0)
		buf_format(to, "separated by %s (its first line, sep=, says so)", dialect_word(d->delimiter, room));
	else
		buf_format(to, "separated by %s (%zu columns in %zu of the first %zu records)",
			dialect_word(d->delimiter, room), d->cells, d->even, d->records);
	if (strcmp(in->encoding, "UTF-8") == 0 && in->found.damaged >= DAMAGED_MIN)
		buf_format(to, "; %zu letters at its beginning look like UTF-8 that was read as Windows-1252%s",
			in->found.damaged, in->options.repair ? "" : ": --repair mends them");
}
