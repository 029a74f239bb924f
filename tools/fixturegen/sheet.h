/* sheet: writes a CSV file in a dialect, cell by cell.
 *
 * What the cells hold is decided elsewhere; how they look is decided here, so that the same rows can be had in every
 * dialect. The program ends with exit 1 and a message when a file cannot be written.
 */
#ifndef FIXTUREGEN_SHEET_H
#define FIXTUREGEN_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "encode.h"
#include "moment.h"

struct dialect {
	enum encoding encoding;
	enum shape shape;
	const char *eol; /* ends a record; line ends inside a cell stay as they are */
	const char *null_marker;
	char delimiter;
	bool bom, quote_all, float_ids;
};

extern const struct dialect plain_dialect; /* RFC 4180, but LF: UTF-8, commas, quotes where needed, empty NULLs */

struct sheet {
	struct dialect dialect;
	char path[4096];
	char *buffer, *encoded;
	size_t used;
	uint64_t bytes; /* written so far */
	int file;
	bool inside; /* a record has begun */
	bool special[256];
};

/* Creates DIR/NAME and writes the names of the columns, a list that ends with NULL. */
void sheet_open(
	struct sheet *s, const struct dialect *dialect, const char *dir, const char *name, const char *const *columns);
void sheet_close(struct sheet *s);

void sheet_null(struct sheet *s);
void sheet_text(struct sheet *s, const char *text, size_t length);
void sheet_word(struct sheet *s, const char *word);
void sheet_number(struct sheet *s, int64_t number);

/* A number whose column also has NULLs, which is how pandas comes to write 12 as 12.0. */
void sheet_id(struct sheet *s, int64_t number);

void sheet_moment(struct sheet *s, int64_t moment, int column);

/* A quoted cell that repeats the text until it has `total` bytes or a little more; it needs no memory for it. */
void sheet_repeat(struct sheet *s, const char *text, size_t length, uint64_t total);

void sheet_end(struct sheet *s);

#endif
