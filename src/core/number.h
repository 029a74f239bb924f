/* Whole numbers from text, exact to the last digit: no floating point on the way, 9007199254740993 survives.
 *
 * ` 12 `, `+12`, `0012` are 12; ASCII white space may stand around the number and nothing else may stand anywhere.
 */
#ifndef CORE_NUMBER_H
#define CORE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum number_verdict {
	NUMBER_GOOD,
	NUMBER_NONE, /* not a number, or not one in this form: empty, 12a, 1 2, 1,234, 12.5, 1.2E+05 */
	NUMBER_RANGE /* a whole number, but the type cannot hold it */
};

/* Reads the text into *n, which is left alone unless the verdict is NUMBER_GOOD. With `point` the forms in which other
 * programs write whole numbers, `12345.0`, `12345.00` and `12345.`, are read too; 12345.5 is no number either way. */
enum number_verdict number_int32(const char *bytes, size_t size, bool point, int32_t *n);
enum number_verdict number_int64(const char *bytes, size_t size, bool point, int64_t *n);

#endif
