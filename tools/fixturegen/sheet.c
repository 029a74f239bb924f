#include "sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER (UINT64_C(1) << 20)

const struct dialect plain_dialect = {.eol = "\n", .null_marker = "", .delimiter = ','};

static _Noreturn void
fail(const struct sheet *s)
{
	fprintf(stderr, "fixturegen: %s: %s\n", s->path, strerror(errno));
	exit(1);
}

static void
flush(struct sheet *s)
{
	const char *from = s->buffer;
	size_t left = s->used;

	if (s->dialect.encoding != UTF_8) {
		left = encode_text(s->dialect.encoding, s->buffer, s->used, s->encoded);
		from = s->encoded;
	}
	s->used = 0;
	s->bytes += left;
	while (left > 0) {
		ssize_t n = write(s->file, from, left);

		if (n < 0 && errno != EINTR)
			fail(s);
		if (n > 0) {
			from += n;
			left -= (size_t)n;
		}
	}
}

static void
reserve(struct sheet *s, size_t length)
{
	if (s->used + length > BUFFER)
		flush(s);
	if (length > BUFFER) {
		errno = EFBIG;
		fail(s);
	}
}

static void
append(struct sheet *s, const char *text, size_t length)
{
	memcpy(s->buffer + s->used, text, length);
	s->used += length;
}

void
sheet_open(
	struct sheet *s, const struct dialect *dialect, const char *dir, const char *name, const char *const *columns)
{
	memset(s, 0, sizeof *s);
	s->dialect = *dialect;
	if (snprintf(s->path, sizeof s->path, "%s/%s", dir, name) >= (int)sizeof s->path) {
		errno = ENAMETOOLONG;
		fail(s);
	}
	s->special['"'] = s->special['\r'] = s->special['\n'] = true;
	s->special[(unsigned char)dialect->delimiter] = true;
	s->buffer = malloc(BUFFER);
	s->encoded = malloc(2 * BUFFER);
	s->file = open(s->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (s->buffer == NULL || s->encoded == NULL || s->file < 0)
		fail(s);
	if (dialect->bom && dialect->encoding != WINDOWS_1252 && dialect->encoding != MAC_MOJIBAKE)
		append(s, "\xef\xbb\xbf", 3);
	for (; *columns != NULL; columns++)
		sheet_word(s, *columns);
	sheet_end(s);
}

void
sheet_close(struct sheet *s)
{
	flush(s);
	if (close(s->file) != 0)
		fail(s);
	free(s->buffer);
	free(s->encoded);
}

/* Room for a cell of `length` bytes, in which every byte may be doubled, and what stands around it. */
static void
begin(struct sheet *s, size_t length)
{
	reserve(s, 2 * length + 16);
	if (s->inside)
		s->buffer[s->used++] = s->dialect.delimiter;
	s->inside = true;
}

static void
append_doubled(struct sheet *s, const char *text, size_t length)
{
	const char *end = text + length, *quote;

	while ((quote = memchr(text, '"', (size_t)(end - text))) != NULL) {
		append(s, text, (size_t)(quote - text) + 1);
		s->buffer[s->used++] = '"';
		text = quote + 1;
	}
	append(s, text, (size_t)(end - text));
}

static bool
needs_quotes(const struct sheet *s, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (s->special[(unsigned char)text[i]])
			return true;
	return s->dialect.quote_all;
}

void
sheet_text(struct sheet *s, const char *text, size_t length)
{
	begin(s, length);
	if (!needs_quotes(s, text, length)) {
		append(s, text, length);
		return;
	}
	s->buffer[s->used++] = '"';
	append_doubled(s, text, length);
	s->buffer[s->used++] = '"';
}

void
sheet_word(struct sheet *s, const char *word)
{
	sheet_text(s, word, strlen(word));
}

void
sheet_null(struct sheet *s)
{
	sheet_word(s, s->dialect.null_marker);
}

static void
print_number(struct sheet *s, int64_t number, const char *tail)
{
	char text[32], *p = text + sizeof text - 2;
	uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	size_t extra = strlen(tail);

	memcpy(p, tail, extra);
	do
		*--p = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (number < 0)
		*--p = '-';
	sheet_text(s, p, (size_t)(text + sizeof text - 2 - p) + extra);
}

void
sheet_number(struct sheet *s, int64_t number)
{
	print_number(s, number, "");
}

void
sheet_id(struct sheet *s, int64_t number)
{
	print_number(s, number, s->dialect.float_ids ? ".0" : "");
}

void
sheet_moment(struct sheet *s, int64_t moment, int column)
{
	char text[MOMENT_SIZE];

	sheet_text(s, text, moment_print(moment, s->dialect.shape, column, text));
}

void
sheet_repeat(struct sheet *s, const char *text, size_t length, uint64_t total)
{
	begin(s, 1);
	s->buffer[s->used++] = '"';
	for (uint64_t done = 0; done < total; done += length) {
		reserve(s, 2 * length + 16);
		append_doubled(s, text, length);
	}
	s->buffer[s->used++] = '"';
}

void
sheet_end(struct sheet *s)
{
	size_t length = strlen(s->dialect.eol);

	reserve(s, length);
	append(s, s->dialect.eol, length);
	s->inside = false;
}
