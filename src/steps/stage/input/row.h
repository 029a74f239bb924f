/* A row of a communications export: the 22 typed values of the master table, or why it is a reject. Its texts live in
 * the arena that the reader was given.
 */
#ifndef INPUT_ROW_H
#define INPUT_ROW_H

#include "steps/stage/input/source.h"

#include <stdint.h>

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT };

struct value {
	enum value_kind kind;
	int32_t number;
	const char *text;
	size_t size;
};

/* A cell whose mojibake was repaired. */
struct row_repair {
	const char *column; /* header */
	const char *text;   /* as it was, in UTF-8 */
	size_t size;
	struct row_repair *next;
};

struct row {
	struct value values[SOURCE_COLUMNS];
	uint64_t line, offset, size;
	const char *code;   /* NULL: a good row. Otherwise HubSpot's import error type; a constant */
	const char *column; /* header of the column at fault; NULL when it is none of one column */
	const char *message;
	struct value body; /* the whole of Comm_Email_Clean where its value is cut; else NULL */
	const char *raw;   /* the record's bytes, as UTF-8; NULL when it was over the limit */
	size_t raw_size;
	struct row_repair *repairs;
	struct value *extras; /* by the file's columns: text where a column is none of the 22; NULL unless wanted */
	bool is_private, is_deleted; /* the file's own columns say so */
};

#endif
