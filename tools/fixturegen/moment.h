/* moment: points in time as whole seconds since 1970-01-01 00:00:00 of the source's clock, and the shapes exports give
 * them. */
#ifndef FIXTUREGEN_MOMENT_H
#define FIXTUREGEN_MOMENT_H

#include <stddef.h>
#include <stdint.h>

#define MOMENT_SIZE 40 /* bytes that hold any shape */

/* The shapes marked "loses" do not carry the whole moment: a loader must refuse them, or know what is missing. */
enum shape {
	ISO,		 /* 2023-05-04 09:00:00 */
	ISO_MS,		 /* 2023-05-04 09:00:00.000 */
	ISO_T,		 /* 2023-05-04T09:00:00 */
	ISO_Z,		 /* 2023-05-04T09:00:00Z */
	ISO_OFFSET,	 /* 2023-05-04T11:00:00+02:00 */
	ISO_HM,		 /* 2023-05-04 09:00 (loses seconds) */
	DMY,		 /* 04/05/2023 09:00:00 */
	DMY_HM,		 /* 04/05/2023 09:00 (loses seconds) */
	MDY,		 /* 05/04/2023 09:00:00 */
	MDY_AMPM,	 /* 5/4/2023 9:00 AM (loses seconds) */
	YMD,		 /* 2023/05/04 09:00:00 */
	EXCEL_SERIAL,	 /* 45050.375 (to the second) */
	DATE_ONLY,	 /* 2023-05-04 (loses the time) */
	EXCEL_DESTROYED, /* 00:00.0 (loses all but minutes and seconds) */
	MIXED		 /* every date column has a shape of its own */
};

/* Writes the moment to `out` (MOMENT_SIZE bytes), gives its length. `column` picks the shape when it is MIXED. */
size_t moment_print(int64_t moment, enum shape shape, int column, char *out);

#endif
