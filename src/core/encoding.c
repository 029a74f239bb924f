#include "core/encoding.h"

#include "core/mem.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { BLOCK = 1 << 16 };

/* The bytes behind each CR and LF, in the order in which they come: the same in the original and in UTF-8. */
struct marks {
	uint64_t *at;
	size_t first, count, room;
};

struct encoding {
	const char *encoding, *name;
	csv_read *read;
	void *context;
	iconv_t iconv;
	int unit; /* bytes: 1, 2 or 4 */
	bool big; /* the first byte of a unit is the high one */

	char block[BLOCK];
	size_t at, end;	   /* what is not converted yet */
	bool ended;	   /* read() said so */
	uint64_t in;	   /* of the file, behind what is in the block */
	uint64_t out;	   /* of the UTF-8 stream, behind what was given */
	uint64_t line;	   /* of the next byte to give, for errors */
	bool after_return; /* the last byte given was a CR */
	struct marks ins, outs;
	uint64_t base; /* offset where the first mark's line would be found without one: the stream's start */
};

static int
unit_of(const char *encoding)
{
	if (strncasecmp(encoding, "UTF-16", 6) == 0 || strncasecmp(encoding, "UCS-2", 5) == 0)
		return 2;
	return strncasecmp(encoding, "UTF-32", 6) == 0 || strncasecmp(encoding, "UCS-4", 5) == 0 ? 4 : 1;
}

/* Whether ASCII, CR and LF among it, is ASCII in the encoding too; the yen and overline of Shift-JIS do no harm. */
static bool
is_ascii(iconv_t iconv_handle)
{
	char in[128], out[4 * sizeof in], *from = in, *to = out;
	size_t left = 0, room = sizeof out;

	for (int c = 9; c < 127; c++)
		if ((c < 14 || c >= 32) && c != '\\' && c != '~')
			in[left++] = (char)c;
	iconv(iconv_handle, NULL, NULL, NULL, NULL);
	return iconv(iconv_handle, &from, &left, &to, &room) == 0 && (size_t)(to - out) == (size_t)(from - in) &&
	       memcmp(in, out, (size_t)(to - out)) == 0;
}

struct encoding *
encoding_open(const char *encoding, const char *name, uint64_t start, csv_read *read, void *context, struct err *e)
{
	struct encoding *c = mem_new(sizeof *c);
	size_t size = strlen(encoding);

	*c = (struct encoding){.encoding = encoding, .name = name, .read = read, .context = context, .line = 1};
	c->unit = unit_of(encoding);
	c->big = size > 2 && strcasecmp(encoding + size - 2, "BE") == 0;
	c->in = c->base = start;
	c->iconv = iconv_open("UTF-8", encoding);
	if (c->iconv == (iconv_t)-1) {
		err_set(e, ERR_USAGE, "'%s' is no encoding that this system knows (`iconv -l` lists them)", encoding);
	} else if (c->unit > 1 ? !c->big && strcasecmp(encoding + size - 2, "LE") != 0 : !is_ascii(c->iconv)) {
		err_set(e, ERR_USAGE,
			c->unit > 1 ? "--encoding %s does not say which byte comes first: %sLE or BE"
				    : "%s%.0s is no encoding that CSV files come in: its ASCII is not ASCII",
			encoding, encoding);
	} else {
		iconv(c->iconv, NULL, NULL, NULL, NULL);
		return c;
	}
	encoding_close(c);
	return NULL;
}

void
encoding_close(struct encoding *c)
{
	if (c == NULL)
		return;
	if (c->iconv != (iconv_t)-1)
		iconv_close(c->iconv);
	free(c->ins.at);
	free(c->outs.at);
	free(c);
}

static void
mark(struct marks *m, uint64_t at)
{
	if (m->first > 0 && m->count == m->room) {
		memmove(m->at, m->at + m->first, (m->count - m->first) * sizeof *m->at);
		m->count -= m->first;
		m->first = 0;
	}
	if (m->count == m->room) {
		m->room = m->room == 0 ? 1024 : m->room * 2;
		m->at = mem_grow(m->at, m->room * sizeof *m->at);
	}
	m->at[m->count++] = at;
}

/* Marks the line ends of the original, unit by unit. `size` is a whole number of units. */
static void
mark_in(struct encoding *c, const char *bytes, size_t size)
{
	for (size_t i = 0; i + (size_t)c->unit <= size; i += (size_t)c->unit) {
		size_t low = c->big ? i + (size_t)c->unit - 1 : i;
		bool rest = false;

		for (size_t k = i; c->unit > 1 && k < i + (size_t)c->unit; k++)
			rest = rest || (k != low && bytes[k] != '\0');
		if (!rest && (bytes[low] == '\n' || bytes[low] == '\r'))
			mark(&c->ins, c->in + i + (size_t)c->unit);
	}
	c->in += size;
}

static void
mark_out(struct encoding *c, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != '\n' && bytes[i] != '\r') {
			c->after_return = false;
			continue;
		}
		mark(&c->outs, c->out + i + 1);
		c->line += !(bytes[i] == '\n' && c->after_return);
		c->after_return = bytes[i] == '\r';
	}
	c->out += size;
}

static bool
read_block(struct encoding *c, struct err *e)
{
	int64_t got;

	memmove(c->block, c->block + c->at, c->end - c->at);
	c->end -= c->at;
	c->at = 0;
	got = c->read(c->context, c->block + c->end, BLOCK - c->end, e);
	if (got > 0)
		c->end += (size_t)got;
	c->ended = got <= 0;
	return got >= 0;
}

static bool
refuse(const struct encoding *c, struct err *e)
{
	return err_set(e, ERR_INPUT, "%s:%llu: byte 0x%02X is not %s (byte %llu of the file)%s", c->name,
		(unsigned long long)c->line, (unsigned char)c->block[c->at], c->encoding, (unsigned long long)c->in,
		c->ended && c->end - c->at < 4 ? "; the file is cut off in the middle of a character" : "");
}

int64_t
encoding_read(void *encoding, char *to, size_t size, struct err *e)
{
	struct encoding *c = encoding;

	for (;;) {
		char *from = c->block + c->at, *out = to;
		size_t left = c->end - c->at, room = size, done;

		errno = 0;
		if (left > 0)
			iconv(c->iconv, &from, &left, &out, &room);
		done = c->end - c->at - left;
		mark_in(c, c->block + c->at, done);
		c->at += done;
		if (out > to) {
			mark_out(c, to, (size_t)(out - to));
			return out - to;
		}
		if (errno == EILSEQ || (c->ended && c->at < c->end))
			return refuse(c, e) ? 0 : -1;
		if (c->ended)
			return 0;
		if (!read_block(c, e))
			return -1;
	}
}

uint64_t
encoding_origin(struct encoding *c, uint64_t offset)
{
	while (c->outs.first < c->outs.count && c->outs.at[c->outs.first] <= offset) {
		c->base = c->ins.at[c->ins.first++];
		c->outs.first++;
		if (c->outs.at[c->outs.first - 1] == offset)
			return c->base;
	}
	return offset == c->out && offset > 0 ? c->in : c->base;
}

bool
encoding_back(const char *encoding, const char *bytes, size_t size, struct buf *to)
{
	iconv_t back = iconv_open(encoding, "UTF-8");
	char *from = (char *)(uintptr_t)bytes, *room;
	size_t left = size, space;
	bool ok = back != (iconv_t)-1;

	while (ok && left > 0) {
		room = buf_room(to, left * 4 + 16);
		space = left * 4 + 16;
		errno = 0;
		iconv(back, &from, &left, &room, &space);
		to->size = (size_t)(room - to->bytes);
		ok = errno == 0 || errno == E2BIG;
	}
	if (ok) {
		room = buf_room(to, 16);
		space = 16;
		iconv(back, NULL, NULL, &room, &space);
		to->size = (size_t)(room - to->bytes);
		to->bytes[to->size] = '\0';
	}
	if (back != (iconv_t)-1)
		iconv_close(back);
	return ok;
}
