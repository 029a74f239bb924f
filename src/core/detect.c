#include "core/detect.h"

#include "core/buf.h"
#include "core/encoding.h"
#include "core/mojibake.h"
#include "core/text.h"

#include <stdio.h>
#include <string.h>

enum {
	DAMAGED_SHARE = 80, /* percent of the characters beyond ASCII */
	MANY = 2	    /* a score that many times the other's decides */
};

/* The order matters: FF FE 00 00 begins with FF FE. */
static const struct {
	const char *bytes;
	size_t size;
	const char *encoding;
} marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE\0\0", 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, "UTF-32BE"},
	{"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"}};

static const struct {
	const char *bytes;
	size_t size;
	const char *what;
} no_text[] = {{"PK\x03\x04", 4, "an Excel workbook or another zip archive"}, {"\x1F\x8B", 2, "compressed by gzip"},
	{"\xD0\xCF\x11\xE0", 4, "an old Excel workbook"}, {"%PDF-", 5, "a PDF document"},
	{"SQLite format 3", 15, "an SQLite database"}, {"<!DOCTYPE", 9, "an HTML page"}, {"<html", 5, "an HTML page"},
	{"<?xml", 5, "an XML document"}};

const char *
detect_other(const char *bytes, size_t size)
{
	size_t at = 0;

	while (at < size && at < 64 &&
		(bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t'))
		at++;
	for (size_t i = 0; i < sizeof no_text / sizeof no_text[0]; i++)
		if (size - at >= no_text[i].size && text_same(bytes + at, no_text[i].size, no_text[i].bytes))
			return no_text[i].what;
	for (size_t i = 0; i < sizeof no_text / sizeof no_text[0]; i++)
		if (size >= no_text[i].size && memcmp(bytes, no_text[i].bytes, no_text[i].size) == 0)
			return no_text[i].what;
	return NULL;
}

static bool
find_mark(const char *bytes, size_t size, struct detection *d)
{
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (size >= marks[i].size && memcmp(bytes, marks[i].bytes, marks[i].size) == 0) {
			d->encoding = marks[i].encoding;
			d->bom = marks[i].size;
			snprintf(d->reason, sizeof d->reason, "it begins with a byte order mark");
			return true;
		}
	return false;
}

/* UTF-16 without a mark: in a Western text one byte of nearly every pair is NUL, and always the same one. */
static bool
find_nuls(const char *bytes, size_t size, struct detection *d)
{
	size_t nuls[2] = {0, 0}, pairs = size / 2;

	for (size_t i = 0; i < pairs * 2; i++)
		nuls[i % 2] += bytes[i] == '\0';
	for (int high = 0; high < 2; high++)
		if (pairs > 0 && nuls[high] > pairs / 2 && nuls[high] > 8 * nuls[1 - high]) {
			d->encoding = high == 1 ? "UTF-16LE" : "UTF-16BE";
			snprintf(d->reason, sizeof d->reason, "every %s byte of its letters is NUL",
				high == 1 ? "second" : "first");
			return true;
		}
	return false;
}

/* Bytes at the end that begin a character of UTF-8 which goes on behind the sample. */
static size_t
cut_off(const char *bytes, size_t size)
{
	for (size_t back = 1; back <= 3 && back <= size; back++) {
		unsigned char c = (unsigned char)bytes[size - back];

		if ((c & 0xC0) != 0x80)
			return c >= 0xC0 && back < (c < 0xE0 ? 2u : c < 0xF0 ? 3u : 4u) ? back : 0;
	}
	return 0;
}

struct source {
	const char *bytes;
	size_t size, at;
};

static int64_t
read_source(void *context, char *to, size_t size, struct err *e)
{
	struct source *s = context;
	size_t left = s->size - s->at, n = left < size ? left : size;

	(void)e;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return (int64_t)n;
}

/* The bytes as UTF-8; false when the encoding does not know one of them. */
static bool
decode(const char *encoding, const char *bytes, size_t size, struct buf *to)
{
	struct source source = {bytes, size, 0};
	struct err e;
	struct encoding *c = encoding_open(encoding, "", 0, read_source, &source, &e);
	int64_t got = c == NULL ? -1 : 1;

	while (got > 0) {
		got = encoding_read(c, buf_room(to, 1 << 16), 1 << 16, &e);
		to->size += got > 0 ? (size_t)got : 0;
	}
	encoding_close(c);
	return got == 0;
}

/* Double damage: what Mac Roman makes of the bytes is Windows-1252's view of UTF-8. */
static bool
find_damage(const char *bytes, size_t size, struct detection *d)
{
	struct buf text = {0};
	size_t others = 0, found = 0;
	bool is_damaged;

	if (decode("MACINTOSH", bytes, size, &text))
		found = mojibake_count(text.bytes, text.size, &others);
	is_damaged = found > 0 && found * 100 >= DAMAGED_SHARE * (found + others);
	buf_clear(&text);
	if (is_damaged) {
		d->encoding = "MACINTOSH";
		d->damaged = found;
		snprintf(d->reason, sizeof d->reason,
			"%zu letters were UTF-8, read as Windows-1252 and then saved as Mac Roman", found);
	}
	return is_damaged;
}

static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The letters of Western European words beyond ASCII: small ones, and capitals; the signs that stand beside words. */
static const char small_1252[] =
	"\xDF\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3\xF4\xF5\xF6"
	"\xF8\xF9\xFA\xFB\xFC\xFF\x9C\x9A\x9E";
static const char capital_1252[] =
	"\xC0\xC1\xC2\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCE\xCF\xD1\xD3\xD4\xD6\xD8\xD9\xDA\xDB\xDC\x8C";
static const char sign_1252[] =
	"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB2\xB4\xB7\xBB\xBD\xBF\x99";
static const char small_mac[] =
	"\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D"
	"\x9E\x9F\xA7\xBE\xBF\xCF\xD8";
static const char capital_mac[] =
	"\x80\x81\x82\x83\x84\x85\x86\xAE\xAF\xCB\xCC\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF"
	"\xF1\xF2\xF3\xF4\xCE";
static const char words_1252[] = "\xE0\xE8\xE9"; /* a-grave, e-grave, e-acute */
static const char words_mac[] = "\x88\x8F\x8E";
static const char sign_mac[] = "\xA1\xA3\xA4\xA5\xA8\xA9\xAA\xAB\xC0\xC7\xC8\xC9\xCA\xD0\xD1\xD2\xD3\xD4\xD5\xDB\xE1";

static bool
is_one_of(unsigned char c, const char *set)
{
	return strchr(set, (char)c) != NULL;
}

/* How well the byte goes with its neighbours when it is taken for what the sets say. A small letter alone is a word
 * only where it is one of `words`: what else stands alone is a sign of the other encoding (a curly quote, a dash). */
static long
fit(unsigned char before, unsigned char c, unsigned char after, const char *small, const char *capital,
	const char *sign, const char *words)
{
	bool small_before = before >= 'a' && before <= 'z', in_word = is_letter(before) && is_letter(after);

	if (is_one_of(c, small))
		return is_letter(before) || is_letter(after) ? 3 : is_one_of(c, words);
	if (is_one_of(c, capital))
		return small_before ? -3 : is_letter(after) || before >= 0x80 ? 3 : 0;
	if (is_one_of(c, sign))
		return in_word && c != 0x92 && c != 0xD5 ? -3 : 1;
	return -3;
}

static void
find_letters(const char *bytes, size_t size, struct detection *d)
{
	const unsigned char *p = (const unsigned char *)bytes;
	long windows = 0, mac = 0;
	size_t high = 0, best;
	bool is_mac;

	for (size_t i = 0; i < size; i++) {
		unsigned char before = i > 0 ? p[i - 1] : ' ', after = i + 1 < size ? p[i + 1] : ' ';

		if (p[i] < 0x80)
			continue;
		high++;
		windows += fit(before, p[i], after, small_1252, capital_1252, sign_1252, words_1252);
		mac += fit(before, p[i], after, small_mac, capital_mac, sign_mac, words_mac);
	}
	best = (size_t)(windows > mac ? windows : mac);
	is_mac = mac > windows + (long)high; /* the rarer one has to be better by more than chance */
	d->encoding = is_mac ? "MACINTOSH" : "WINDOWS-1252";
	d->sure = (is_mac ? mac : windows) > 0 && best >= high && (is_mac ? windows : mac) * MANY < (long)best;
	snprintf(d->reason, sizeof d->reason, "%zu bytes beyond ASCII fit its letters and signs best", high);
}

/* Good sequences of UTF-8 beyond ASCII, and bytes that are none. */
static void
count_sequences(const char *bytes, size_t size, size_t *good, size_t *bad)
{
	size_t bad_at;

	for (*good = *bad = 0; size > 0;) {
		bool fine = text_is_utf8(bytes, size, &bad_at);
		size_t valid = fine ? size : bad_at, ascii = 0;

		for (size_t i = 0; i < valid; i++)
			ascii += (unsigned char)bytes[i] < 0x80;
		*good += text_length(bytes, valid) - ascii;
		*bad += !fine;
		valid += !fine;
		bytes += valid;
		size -= valid;
	}
}

/* UTF-8 in which letters carry marks that only double damage puts there: CC A9 is e-acute twice damaged, and a mark
 * that no language uses. */
static bool
has_odd_marks(const char *bytes, size_t size)
{
	for (size_t i = 0; i + 1 < size; i++)
		if ((unsigned char)bytes[i] == 0xCC && (unsigned char)bytes[i + 1] >= 0xA4)
			return true;
	return false;
}

void
detect_encoding(const char *bytes, size_t size, bool whole, struct detection *d)
{
	size_t usable = whole ? size : size - cut_off(bytes, size), good, bad;

	*d = (struct detection){.encoding = "UTF-8", .sure = true};
	if (find_mark(bytes, size, d) || find_nuls(bytes, size, d))
		return;
	if (text_is_utf8(bytes, usable, NULL)) {
		if (has_odd_marks(bytes, usable) && find_damage(bytes, usable, d))
			return;
		d->damaged = mojibake_count(bytes, usable, NULL);
		snprintf(d->reason, sizeof d->reason, "it is well-formed UTF-8");
		return;
	}
	count_sequences(bytes, usable, &good, &bad);
	if (find_damage(bytes, usable, d))
		return;
	if (good >= bad)
		snprintf(d->reason, sizeof d->reason, "%zu letters are UTF-8, but %zu bytes are not", good, bad);
	else
		find_letters(bytes, usable, d);
}
