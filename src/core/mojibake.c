#include "core/mojibake.h"

#include "core/text.h"

#include <stdint.h>
#include <string.h>

enum { TIMES_MAX = 3, SEQUENCE_MAX = 4 };

/* What Windows-1252 makes of the bytes 80 to 9F (Unicode's CP1252.TXT). */
static const uint16_t upper[32] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
	0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
	0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

/* The character at `bytes`, well-formed UTF-8; *size is its length. */
static uint32_t
character(const char *bytes, size_t left, size_t *size)
{
	const unsigned char *p = (const unsigned char *)bytes;
	size_t need = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	uint32_t c = need == 1 ? p[0] : p[0] & (0x7Fu >> need);

	*size = need <= left ? need : left;
	for (size_t i = 1; i < *size; i++)
		c = c << 6 | (p[i] & 0x3F);
	return c;
}

/* The byte that Windows-1252 has for the character; -1: none, or an ASCII one. */
static int
byte_of(uint32_t c)
{
	if (c >= 0xA0 && c <= 0xFF)
		return (int)c;
	for (int i = 0; c >= 0x80 && i < 32; i++)
		if (upper[i] == c)
			return 0x80 + i;
	return -1;
}

/* The sequence that begins at `bytes`: its bytes once mended, and *used, what it takes up now. 0: none begins here. */
static size_t
sequence(const char *bytes, size_t left, char mended[SEQUENCE_MAX], size_t *used)
{
	size_t need = 1, step;
	int byte;

	*used = 0;
	for (size_t i = 0; i < need; i++) {
		if (*used == left || (unsigned char)bytes[*used] < 0x80)
			return 0;
		byte = byte_of(character(bytes + *used, left - *used, &step));
		if (byte < 0)
			return 0;
		if (i == 0)
			need = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
		if (need == 0)
			return 0;
		mended[i] = (char)byte;
		*used += step;
	}
	return text_is_utf8(mended, need, NULL) ? need : 0;
}

/* The first byte beyond ASCII. */
static size_t
skip_ascii(const char *bytes, size_t at, size_t size)
{
	while (at < size && (unsigned char)bytes[at] < 0x80)
		at++;
	return at;
}

size_t
mojibake_count(const char *bytes, size_t size, size_t *others)
{
	char mended[SEQUENCE_MAX];
	size_t found = 0, rest = 0, used;

	for (size_t at = skip_ascii(bytes, 0, size); at < size; at = skip_ascii(bytes, at + used, size)) {
		if (sequence(bytes + at, size - at, mended, &used) > 0) {
			found++;
		} else {
			character(bytes + at, size - at, &used);
			rest++;
		}
	}
	if (others != NULL)
		*others = rest;
	return found;
}

static size_t
repair_once(struct buf *to, const char *bytes, size_t size)
{
	char mended[SEQUENCE_MAX];
	size_t found = 0, from = 0, used;

	for (size_t at = skip_ascii(bytes, 0, size); at < size; at = skip_ascii(bytes, at + used, size)) {
		size_t length = sequence(bytes + at, size - at, mended, &used);

		if (length == 0) {
			character(bytes + at, size - at, &used);
			continue;
		}
		buf_add(to, bytes + from, at - from);
		buf_add(to, mended, length);
		from = at + used;
		found++;
	}
	buf_add(to, bytes + from, size - from);
	return found;
}

size_t
mojibake_repair(struct buf *to, const char *bytes, size_t size)
{
	struct buf last = {0}, next = {0};
	size_t start = to->size, all = repair_once(to, bytes, size), found = all;

	for (int times = 1; found > 0 && times < TIMES_MAX; times++) {
		buf_reset(&last);
		buf_add(&last, to->bytes + start, to->size - start);
		buf_reset(&next);
		found = repair_once(&next, last.bytes, last.size);
		to->size = start;
		buf_add(to, next.bytes, next.size);
		all += found;
	}
	buf_clear(&last);
	buf_clear(&next);
	return all;
}
