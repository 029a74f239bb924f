#include "core/disguise.h"

#include "core/hash.h"
#include "core/mem.h"
#include "core/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 6, DIGITS_MAX = 19, TAG_MAX = 32, ENTITY_MAX = 10 };

struct disguise {
	struct buf head; /* the key and a NUL, and behind it what is asked */
	size_t key_size;
};

/* Letters that belong together: what is found between `from` and `to` becomes one of the `count` from `base` on,
 * which take as many bytes. */
static const struct {
	uint32_t from, to, base, count;
} scripts[] = {
	{0x370, 0x3FF, 0x3B1, 25},	 /* Greek */
	{0x400, 0x52F, 0x430, 32},	 /* Cyrillic */
	{0x531, 0x587, 0x561, 38},	 /* Armenian */
	{0x5D0, 0x5EA, 0x5D0, 27},	 /* Hebrew */
	{0x620, 0x64A, 0x628, 19},	 /* Arabic */
	{0x904, 0x939, 0x915, 37},	 /* Devanagari */
	{0xE01, 0xE2E, 0xE01, 46},	 /* Thai */
	{0x10D0, 0x10FA, 0x10D0, 33},	 /* Georgian */
	{0x3041, 0x3096, 0x3042, 80},	 /* Hiragana */
	{0x30A1, 0x30FA, 0x30A2, 80},	 /* Katakana */
	{0x3400, 0x9FFF, 0x4E00, 20000}, /* Han */
	{0xAC00, 0xD7A3, 0xAC00, 11000}, /* Hangul */
};

struct disguise *
disguise_open(const char *key)
{
	struct disguise *d = mem_new(sizeof *d);

	buf_add(&d->head, key, strlen(key) + 1);
	d->key_size = d->head.size;
	return d;
}

void
disguise_close(struct disguise *d)
{
	if (d == NULL)
		return;
	buf_clear(&d->head);
	free(d);
}

/* 64 bits that the key and the value choose. */
static uint64_t
chosen(struct disguise *d, const void *value, size_t size)
{
	char hex[HASH_HEX] = "";
	struct err ignored;

	d->head.size = d->key_size;
	buf_add(&d->head, value, size);
	hash_of(d->head.bytes, d->head.size, hex, &ignored);
	hex[16] = '\0';
	return strtoull(hex, NULL, 16);
}

/* The next of a row of numbers that the first one begins (SplitMix64). */
static uint64_t
next(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes at the beginning that say what kind of text it is. */
static size_t
kind_mark(const char *text, size_t size)
{
	static const char *const marks[] = {
		"{\\rtf1", "{\\rtf", "re:", "re :", "fw:", "fwd:", "tr:", "tr :", "aw:", "wg:", "ref:", "rep:"};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (size >= strlen(marks[i]) && text_same(text, strlen(marks[i]), marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* Bytes of a tag's name with its bracket (</o:p), or of an entity (&nbsp;), that begin here. */
static size_t
markup(const char *text, size_t size)
{
	size_t at = 1;

	if (text[0] == '<') {
		at += at < size && (text[at] == '/' || text[at] == '!');
		if (at == size || !is_letter(text[at]))
			return 0;
		while (at < size && at < TAG_MAX && (is_letter(text[at]) || is_digit(text[at]) || text[at] == ':'))
			at++;
		return at < size && strchr(" />\t\r\n", text[at]) != NULL ? at : 0;
	}
	if (text[0] != '&')
		return 0;
	while (at < size && at < ENTITY_MAX && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '#'))
		at++;
	return at > 1 && at < size && text[at] == ';' ? at + 1 : 0;
}

/* The character of two or three bytes that begins here; 0: none, or one that stays. *step: its bytes. */
static uint32_t
character(const char *text, size_t size, size_t *step)
{
	const unsigned char *p = (const unsigned char *)text;

	*step = p[0] >= 0xE0 && p[0] < 0xF0 ? 3 : p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : 1;
	if (*step == 1 || *step > size || !text_is_utf8(text, *step, NULL)) {
		*step = 1;
		return 0;
	}
	return *step == 2 ? (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F)
			  : (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
}

static void
put_character(struct buf *to, uint32_t c, size_t step)
{
	if (step == 2) {
		buf_char(to, (char)(0xC0 | c >> 6));
	} else {
		buf_char(to, (char)(0xE0 | c >> 12));
		buf_char(to, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	buf_char(to, (char)(0x80 | (c & 0x3F)));
}

/* A character beyond ASCII: one of its script, or as it is. Returns its bytes. */
static size_t
add_beyond(struct buf *to, const char *text, size_t size, uint64_t random)
{
	size_t step;
	uint32_t c = character(text, size, &step);

	for (size_t i = 0; c > 0 && i < sizeof scripts / sizeof scripts[0]; i++)
		if (c >= scripts[i].from && c <= scripts[i].to) {
			put_character(to, scripts[i].base + (uint32_t)(random % scripts[i].count), step);
			return step;
		}
	buf_add(to, text, step);
	return step;
}

void
disguise_text(struct disguise *d, struct buf *to, const char *text, size_t size)
{
	uint64_t state = chosen(d, text, size);
	size_t at = kind_mark(text, size), kept;

	buf_add(to, text, at);
	while (at < size) {
		char c = text[at];

		kept = markup(text + at, size - at);
		if (kept > 0) {
			buf_add(to, text + at, kept);
			at += kept;
		} else if ((unsigned char)c >= 0x80) {
			at += add_beyond(to, text + at, size - at, next(&state));
		} else {
			if (is_letter(c))
				c = (char)((c >= 'a' ? 'a' : 'A') + (int)(next(&state) % 26));
			else if (is_digit(c))
				c = (char)('0' + (int)(next(&state) % 10));
			buf_char(to, c);
			at++;
		}
	}
}

/* One number below 2^(2 * half) for another, and never two for the same: a Feistel network. */
static uint64_t
shuffled(struct disguise *d, uint64_t n, unsigned half)
{
	uint64_t mask = half == 32 ? UINT32_MAX : (UINT64_C(1) << half) - 1, left = n >> half, right = n & mask;

	for (uint64_t round = 0; round < ROUNDS; round++) {
		uint64_t asked[] = {round, half, right}, swapped = right;

		right = left ^ (chosen(d, asked, sizeof asked) & mask);
		left = swapped;
	}
	return left << half | right;
}

/* The same within [first, last]: what falls outside is shuffled again until it falls inside. */
static uint64_t
shuffled_within(struct disguise *d, uint64_t n, uint64_t first, uint64_t last)
{
	uint64_t size = last - first, at = n - first;
	unsigned half = 1;

	while (half < 32 && size >> (2 * half) != 0)
		half++;
	do
		at = shuffled(d, at, half);
	while (at > size);
	return first + at;
}

/* Numbers of as many digits, on the same side of the limits of 32 and 64 bits. */
static uint64_t
stand_in(struct disguise *d, uint64_t n, size_t digits)
{
	static const uint64_t limits[] = {INT32_MAX, INT64_MAX};
	uint64_t first = 1, last;

	for (size_t i = 1; i < digits; i++)
		first *= 10;
	last = digits == DIGITS_MAX ? UINT64_C(9999999999999999999) : first * 10 - 1;
	for (size_t i = 0; i < 2; i++) {
		if (n <= limits[i] && last > limits[i])
			last = limits[i];
		else if (n > limits[i] && first <= limits[i])
			first = limits[i] + 1;
	}
	return shuffled_within(d, n, first, last);
}

bool
disguise_number(struct disguise *d, struct buf *to, const char *text, size_t size)
{
	size_t start = 0, end, digits;
	uint64_t n = 0;

	while (start < size && (text[start] == ' ' || text[start] == '+' || text[start] == '-'))
		start++;
	while (start + 1 < size && text[start] == '0' && is_digit(text[start + 1]))
		start++;
	for (end = start; end < size && is_digit(text[end]); end++)
		n = end - start < DIGITS_MAX ? n * 10 + (uint64_t)(text[end] - '0') : 0;
	digits = end - start;
	for (size_t i = end; i < size; i++)
		if (text[i] != ' ' && text[i] != '0' && !(i == end && text[i] == '.'))
			return false;
	if (digits == 0 || digits > DIGITS_MAX)
		return false;
	buf_add(to, text, start);
	if (n == 0)
		buf_char(to, '0');
	else
		buf_format(to, "%llu", (unsigned long long)stand_in(d, n, digits));
	buf_add(to, text + end, size - end);
	return true;
}
