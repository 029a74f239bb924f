/* The row of a communication read again from its file: what stands in the cells, and what becomes of it. */
#ifndef LOOK_REREAD_H
#define LOOK_REREAD_H

#include "steps/stage/stage.h"

/* The files that may hold the row, by their paths; of none, the one of its name in the current directory counts when it
 * has the size of the one that was loaded. */
struct reread_files {
	const char *const *paths;
	int count;
};

/* Reads the row of the file as it was loaded (table input_fact), but for what stage->reading says otherwise. A new
 * reference: null when the file is not at hand, else an object of
 *
 *	file         as it was given
 *	as           array of option, value: how it was read; told: whether stage->reading says so
 *	columns      array of header, column (null: none of the 22), cell or cell_length, value or length: what
 *	             the cell becomes; loaded or loaded_length where the workspace has another value
 *	rejected     null, or why the row would be rejected: column, code, message
 *	error        in place of columns and rejected: why the row cannot be read there */
json_t *reread(struct stage *stage, int64_t id, const struct reread_files *files, bool show_values, struct err *e);

#endif
