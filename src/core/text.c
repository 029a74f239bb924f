#include "core/text.h"

#include <stdint.h>
#include <string.h>

/* One bit a byte in a word of eight. */
#define ONES UINT64_C(0x0101010101010101)
#define TOPS UINT64_C(0x8080808080808080)

enum { WORD = 8, LANES = 16, ESCAPED_MAX = 6 };

/* Sixteen bytes that gcc and clang compare at once on any processor. */
typedef unsigned char lanes __attribute__((vector_size(LANES)));

static uint64_t
word_at(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return word;
}

/* How many of the eight bytes have their top bit set in `word`, which has no other bits. */
static size_t
count_tops(uint64_t word)
{
	return (size_t)(((word >> 7) * ONES) >> 56);
}

/* Bytes of the run of ASCII at the beginning, in steps of eight: what is left is for a slower look. */
static size_t
ascii_run(const char *bytes, size_t size)
{
	size_t at = 0;

	while (size - at >= 4 * WORD) {
		uint64_t all = word_at(bytes + at) | word_at(bytes + at + WORD) | word_at(bytes + at + 2 * WORD) |
			       word_at(bytes + at + 3 * WORD);

		if ((all & TOPS) != 0)
			break;
		at += 4 * WORD;
	}
	while (size - at >= WORD && (word_at(bytes + at) & TOPS) == 0)
		at += WORD;
	return at;
}

/* Bytes of the well-formed sequence at p, which has `left` bytes; 0 when there is none. RFC 3629 section 4. */
static size_t
sequence(const unsigned char *p, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t need = 4;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	if (p[0] < 0xE0)
		need = 2;
	else if (p[0] < 0xF0)
		need = 3;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	if (left < need || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < need; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return need;
}

bool
text_is_utf8(const char *bytes, size_t size, size_t *bad_at)
{
	size_t at = 0;

	while (at < size) {
		size_t step = (unsigned char)bytes[at] < 0x80 ? ascii_run(bytes + at, size - at) : 0;

		if (step == 0)
			step = sequence((const unsigned char *)bytes + at, size - at);
		if (step == 0) {
			if (bad_at != NULL)
				*bad_at = at;
			return false;
		}
		at += step;
	}
	return true;
}

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Characters that begin in the eight bytes. */
static size_t
word_length(uint64_t word)
{
	return WORD - count_tops(word & ~(word << 1) & TOPS);
}

size_t
text_length(const char *bytes, size_t size)
{
	size_t at = 0, length = 0;

	for (; size - at >= WORD; at += WORD)
		length += word_length(word_at(bytes + at));
	for (; at < size; at++)
		length += begins_character(bytes[at]);
	return length;
}

size_t
text_utf16(const char *bytes, size_t size)
{
	size_t at = 0, units = 0;

	for (; size - at >= WORD; at += WORD) {
		uint64_t word = word_at(bytes + at);

		units += word_length(word) + count_tops(word & (word << 1) & (word << 2) & (word << 3) & TOPS);
	}
	for (; at < size; at++)
		units += (size_t)begins_character(bytes[at]) + ((unsigned char)bytes[at] >= 0xF0);
	return units;
}

size_t
text_prefix(const char *bytes, size_t size, size_t count)
{
	size_t at = 0, length = 0;

	if (size <= count)
		return size;
	for (; size - at >= WORD && count - length >= WORD; at += WORD)
		length += word_length(word_at(bytes + at));
	for (; at < size; at++) {
		if (begins_character(bytes[at]) && length++ == count)
			break;
	}
	return at;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* C2 in well-formed text is always the first of two bytes, so that looking at the end is safe. */
static bool
is_no_break_space(const char *bytes)
{
	return bytes[0] == '\xC2' && bytes[1] == '\xA0';
}

void
text_trim(const char **bytes, size_t *size)
{
	const char *from = *bytes, *end = from + *size;

	for (size_t step = 1; from < end && step > 0; from += step)
		step = is_space(*from) ? 1 : end - from >= 2 && is_no_break_space(from) ? 2 : 0;
	for (size_t step = 1; from < end && step > 0; end -= step)
		step = is_space(end[-1]) ? 1 : end - from >= 2 && is_no_break_space(end - 2) ? 2 : 0;
	*bytes = from;
	*size = (size_t)(end - from);
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

void
buf_norm(struct buf *to, const char *bytes, size_t size)
{
	char *room;

	text_trim(&bytes, &size);
	room = buf_room(to, size);
	for (size_t i = 0; i < size; i++)
		room[i] = lower(bytes[i]);
	room[size] = '\0';
	to->size += size;
}

bool
text_same(const char *bytes, size_t size, const char *word)
{
	if (strlen(word) != size)
		return false;
	for (size_t i = 0; i < size; i++)
		if (lower(bytes[i]) != lower(word[i]))
			return false;
	return true;
}

/* No white space, control character (C1 and U+00A0 are C2 80 to C2 A0) or list punctuation. */
static bool
is_address_text(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c <= ' ' || c == 0x7F || strchr("<>,;", c) != NULL)
			return false;
		if (c == 0xC2 && i + 1 < size && (unsigned char)bytes[i + 1] <= 0xA0)
			return false;
	}
	return true;
}

/* Labels with at least one dot between them, none of them empty. */
static bool
is_domain(const char *bytes, size_t size)
{
	size_t dots = 0;

	if (size == 0 || bytes[0] == '.' || bytes[size - 1] == '.')
		return false;
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != '.')
			continue;
		if (bytes[i + 1] == '.')
			return false;
		dots++;
	}
	return dots > 0;
}

bool
text_is_email(const char *bytes, size_t size)
{
	const char *at = size == 0 ? NULL : memchr(bytes, '@', size);
	size_t local = at == NULL ? 0 : (size_t)(at - bytes), domain = size - local - 1;

	if (local == 0 || size > TEXT_EMAIL_MAX || !is_address_text(bytes, size))
		return false;
	return memchr(at + 1, '@', domain) == NULL && is_domain(at + 1, domain);
}

/* True for every byte that HTML or JSON has another form for. */
static bool
is_special(char c)
{
	return (unsigned char)c < ' ' || c == '"' || c == '\\' || c == '&' || c == '<' || c == '>';
}

/* Where the first byte that is not 0 stands in a word, which has one. */
static size_t
first_byte(uint64_t word)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(word) / 8;
#else
	return (size_t)__builtin_clzll(word) / 8;
#endif
}

/* Bytes before the first special one. */
static size_t
plain_run(const char *bytes, size_t size)
{
	size_t at = 0;

	for (; size - at >= LANES; at += LANES) {
		lanes v;
		uint64_t found[2];

		memcpy(&v, bytes + at, sizeof v);
		v = (lanes)((v < ' ') | (v == '"') | (v == '\\') | (v == '&') | (v == '<') | (v == '>'));
		memcpy(found, &v, sizeof found);
		if (found[0] != 0)
			return at + first_byte(found[0]);
		if (found[1] != 0)
			return at + WORD + first_byte(found[1]);
	}
	while (at < size && !is_special(bytes[at]))
		at++;
	return at;
}

/* What HTML writes for a special byte; empty for one it drops, NULL for one it leaves alone. */
static const char *
html_form(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\n':
	case '\r':
		return "<br>";
	default:
		return (unsigned char)c < ' ' && c != '\t' ? "" : NULL;
	}
}

/* Puts the JSON form of a special byte where buf_room() said; returns its size. */
static size_t
put_json(char *room, char c)
{
	static const char hex[] = "0123456789abcdef", names[] = "btn?fr";

	if (c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != '\v')) {
		room[0] = '\\';
		room[1] = (unsigned char)c < ' ' ? names[c - '\b'] : c;
		return 2;
	}
	if ((unsigned char)c >= ' ') {
		room[0] = c;
		return 1;
	}
	memcpy(room, "\\u00", 4);
	room[4] = hex[c >> 4];
	room[5] = hex[c & 0xF];
	return 6;
}

/* Adds the text, every special byte in its form, the runs between them copied whole. Returns by how many bytes the HTML
 * is longer than the text (modulo SIZE_MAX + 1, since it may be shorter). */
static inline size_t
escape(struct buf *to, const char *bytes, size_t size, bool html, bool json)
{
	size_t at = 0, grown = 0;

	while (at < size) {
		size_t run = plain_run(bytes + at, size - at), step = 1;
		char *room = buf_room(to, run + ESCAPED_MAX), c;
		const char *form;

		memcpy(room, bytes + at, run);
		at += run;
		if (at < size) {
			c = bytes[at];
			form = html ? html_form(c) : NULL;
			step += c == '\r' && html && at + 1 < size && bytes[at + 1] == '\n';
			if (form != NULL) {
				grown += strlen(form) - step;
				memcpy(room + run, form, strlen(form));
				run += strlen(form);
			} else if (json) {
				run += put_json(room + run, c);
			} else {
				room[run++] = c;
			}
			at += step;
		}
		room[run] = '\0';
		to->size += run;
	}
	return grown;
}

void
buf_html(struct buf *to, const char *bytes, size_t size)
{
	escape(to, bytes, size, true, false);
}

void
buf_json(struct buf *to, const char *bytes, size_t size)
{
	escape(to, bytes, size, false, true);
}

size_t
buf_html_json(struct buf *to, const char *bytes, size_t size)
{
	return text_utf16(bytes, size) + escape(to, bytes, size, true, true);
}
