#include "core/number.h"

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Reads digits from *at on into *n; false when they pass `most`, and even then it reads them all. */
static bool
digits(const char **at, const char *end, uint64_t most, uint64_t *n)
{
	bool fits = true;

	for (*n = 0; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
		unsigned digit = (unsigned)(**at - '0');

		fits = fits && *n <= (most - digit) / 10;
		*n = fits ? *n * 10 + digit : most;
	}
	return fits;
}

/* Skips a decimal point and the zeros behind it. */
static void
skip_point(const char **at, const char *end)
{
	if (*at < end && **at == '.')
		for ((*at)++; *at < end && **at == '0';)
			(*at)++;
}

/* Reads a number whose magnitude is at most `most`, one more below zero. */
static enum number_verdict
scan(const char *at, size_t size, bool point, uint64_t most, int64_t *n)
{
	const char *end = at + size, *first;
	uint64_t magnitude;
	bool negative, fits;

	while (at < end && is_blank(*at))
		at++;
	while (at < end && is_blank(end[-1]))
		end--;
	negative = at < end && *at == '-';
	if (at < end && (*at == '-' || *at == '+'))
		at++;
	first = at;
	fits = digits(&at, end, most + negative, &magnitude);
	if (at == first)
		return NUMBER_NONE;
	if (point)
		skip_point(&at, end);
	if (at < end)
		return NUMBER_NONE;
	if (!fits)
		return NUMBER_RANGE;
	*n = negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
	return NUMBER_GOOD;
}

enum number_verdict
number_int32(const char *bytes, size_t size, bool point, int32_t *n)
{
	int64_t wide;
	enum number_verdict verdict = scan(bytes, size, point, INT32_MAX, &wide);

	if (verdict == NUMBER_GOOD)
		*n = (int32_t)wide;
	return verdict;
}

enum number_verdict
number_int64(const char *bytes, size_t size, bool point, int64_t *n)
{
	return scan(bytes, size, point, INT64_MAX, n);
}
