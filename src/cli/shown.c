#include "cli/shown.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct range {
	uint32_t first, last;
};

/* From Unicode 15: general categories Mn, Me and Cf of the scripts a CRM meets, in coarse ranges. */
static const struct range zero_wide[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
	{0x064B, 0x065F}, {0x06D6, 0x06DC}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31},
	{0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
	{0x2060, 0x2064}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF},
	{0xE0100, 0xE01EF}};

/* East Asian Width W and F, and emoji that stand by default as pictures. */
static const struct range two_wide[] = {{0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x2614, 0x2615},
	{0x26A1, 0x26A1}, {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x2753, 0x2755},
	{0x2795, 0x2797}, {0x2B50, 0x2B50}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
	{0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
	{0xFFE0, 0xFFE6}, {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
	{0x1F18E, 0x1F19A}, {0x1F200, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1FAFF},
	{0x20000, 0x3FFFD}};

/* Explicit embeddings, overrides and isolates: the means to show a line in another order than it has. */
static const struct range turning[] = {{0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};

#define IN(ranges, c) in_ranges(ranges, sizeof(ranges) / sizeof((ranges)[0]), c)

static bool
in_ranges(const struct range *ranges, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

/* Reads one character and returns its length; 0 when the bytes are not UTF-8 (overlong, cut, surrogate, too high). */
static size_t
decode(const unsigned char *p, size_t size, uint32_t *c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t length = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;

	if (length == 0 || length > size)
		return 0;
	*c = length == 1 ? p[0] : (uint32_t)p[0] & (0x7Fu >> length);
	for (size_t i = 1; i < length; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3Fu);
	}
	return *c < least[length] || *c > 0x10FFFF || (*c >= 0xD800 && *c <= 0xDFFF) ? 0 : length;
}

void
shown_text(struct buf *to, const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text, *end = p + size;

	while (p < end) {
		uint32_t c = 0;
		size_t length = decode(p, (size_t)(end - p), &c);

		if (length > 0 && c >= 0x20 && (c < 0x7F || c > 0x9F) && !IN(turning, c)) {
			buf_add(to, p, length);
			p += length;
			continue;
		}
		for (length = length > 0 ? length : 1; length > 0; length--)
			buf_format(to, "\\x%02X", *p++);
	}
}

size_t
shown_width(const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text, *end = p + size;
	size_t width = 0;

	while (p < end) {
		uint32_t c = 0;
		size_t length = decode(p, (size_t)(end - p), &c);

		if (length > 0 && c >= 0x0300)
			width += IN(zero_wide, c) ? 0 : IN(two_wide, c) ? 2 : 1;
		else
			width += 1;
		p += length > 0 ? length : 1;
	}
	return width;
}

void
shown_number(struct buf *to, int64_t n)
{
	char digits[24];
	int size = snprintf(digits, sizeof digits, "%" PRIu64, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);

	if (n < 0)
		buf_char(to, '-');
	for (int i = 0; i < size; i++) {
		if (i > 0 && (size - i) % 3 == 0)
			buf_char(to, ',');
		buf_char(to, digits[i]);
	}
}
