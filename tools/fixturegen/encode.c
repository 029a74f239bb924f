#include "encode.h"

#include <string.h>

/* Windows-1252, bytes 80 to 9F; 0 where it has no character. */
static const unsigned short windows_1252[32] = {0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
	0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
	0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

/* Mac Roman, bytes 80 to FF. */
static const unsigned short mac_roman[128] = {0xc4, 0xc5, 0xc7, 0xc9, 0xd1, 0xd6, 0xdc, 0xe1, 0xe0, 0xe2, 0xe4, 0xe3,
	0xe5, 0xe7, 0xe9, 0xe8, 0xea, 0xeb, 0xed, 0xec, 0xee, 0xef, 0xf1, 0xf3, 0xf2, 0xf4, 0xf6, 0xf5, 0xfa, 0xf9,
	0xfb, 0xfc, 0x2020, 0xb0, 0xa2, 0xa3, 0xa7, 0x2022, 0xb6, 0xdf, 0xae, 0xa9, 0x2122, 0xb4, 0xa8, 0x2260, 0xc6,
	0xd8, 0x221e, 0xb1, 0x2264, 0x2265, 0xa5, 0xb5, 0x2202, 0x2211, 0x220f, 0x3c0, 0x222b, 0xaa, 0xba, 0x3a9, 0xe6,
	0xf8, 0xbf, 0xa1, 0xac, 0x221a, 0x192, 0x2248, 0x2206, 0xab, 0xbb, 0x2026, 0xa0, 0xc0, 0xc3, 0xd5, 0x152, 0x153,
	0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0xf7, 0x25ca, 0xff, 0x178, 0x2044, 0x20ac, 0x2039, 0x203a,
	0xfb01, 0xfb02, 0x2021, 0xb7, 0x201a, 0x201e, 0x2030, 0xc2, 0xca, 0xc1, 0xcb, 0xc8, 0xcd, 0xce, 0xcf, 0xcc,
	0xd3, 0xd4, 0xf8ff, 0xd2, 0xda, 0xdb, 0xd9, 0x131, 0x2c6, 0x2dc, 0xaf, 0x2d8, 0x2d9, 0x2da, 0xb8, 0x2dd, 0x2db,
	0x2c7};

unsigned
encode_next(const char **text)
{
	const unsigned char *s = (const unsigned char *)*text;
	unsigned size = s[0] < 0x80 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	unsigned point = size == 1 ? s[0] : s[0] & (0xffu >> (size + 1));

	for (unsigned i = 1; i < size; i++)
		point = point << 6 | (s[i] & 0x3fu);
	*text += size;
	return point;
}

/* The byte of Windows-1252 for a code point, or -1. */
static int
windows_byte(unsigned point)
{
	if (point < 0x80 || (point >= 0xa0 && point < 0x100))
		return (int)point;
	for (int i = 0; i < 32; i++)
		if (windows_1252[i] == point)
			return 0x80 + i;
	return -1;
}

/* What a byte of UTF-8 becomes when it is read as Windows-1252 and saved as Mac Roman, or -1. */
static int
mojibake_byte(unsigned char byte)
{
	unsigned point = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

	if (byte < 0x80)
		return byte;
	for (int i = 0; i < 128; i++)
		if (mac_roman[i] == point && point != 0)
			return 0x80 + i;
	return -1;
}

static size_t
to_utf_16(bool little, const char *text, size_t length, char *out)
{
	const char *end = text + length;
	size_t used = 0;

	while (text < end) {
		unsigned point = encode_next(&text), units[2] = {point, 0}, count = 1;

		if (point >= 0x10000) {
			units[0] = 0xd800 + ((point - 0x10000) >> 10);
			units[1] = 0xdc00 + ((point - 0x10000) & 0x3ff);
			count = 2;
		}
		for (unsigned i = 0; i < count; i++) {
			out[used++] = (char)(little ? units[i] & 0xff : units[i] >> 8);
			out[used++] = (char)(little ? units[i] >> 8 : units[i] & 0xff);
		}
	}
	return used;
}

static size_t
to_windows(const char *text, size_t length, char *out)
{
	const char *end = text + length;
	size_t used = 0;

	while (text < end) {
		int byte = windows_byte(encode_next(&text));

		out[used++] = byte < 0 ? '?' : (char)byte;
	}
	return used;
}

static size_t
to_mojibake(const char *text, size_t length, char *out)
{
	for (size_t i = 0; i < length; i++) {
		int byte = mojibake_byte((unsigned char)text[i]);

		out[i] = byte < 0 ? '?' : (char)byte;
	}
	return length;
}

size_t
encode_text(enum encoding encoding, const char *text, size_t length, char *out)
{
	switch (encoding) {
	case UTF_16LE:
	case UTF_16BE:
		return to_utf_16(encoding == UTF_16LE, text, length, out);
	case WINDOWS_1252:
		return to_windows(text, length, out);
	case MAC_MOJIBAKE:
		return to_mojibake(text, length, out);
	case UTF_8:
		break;
	}
	memcpy(out, text, length);
	return length;
}

bool
encode_keeps(enum encoding encoding, const char *text, size_t length)
{
	const char *end = text + length;

	if (encoding == WINDOWS_1252)
		while (text < end)
			if (windows_byte(encode_next(&text)) < 0)
				return false;
	if (encoding == MAC_MOJIBAKE)
		while (text < end)
			if (mojibake_byte((unsigned char)*text++) < 0)
				return false;
	return true;
}
