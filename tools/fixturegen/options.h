/* options: what the command line asks for. */
#ifndef FIXTUREGEN_OPTIONS_H
#define FIXTUREGEN_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "encode.h"
#include "sheet.h"

enum mixture { PLAN, SAGE };

struct options {
	const char *out;
	uint64_t seed, rows, first_id, note_length, mail_length;
	uint64_t orphans, unresolved, unknown, pushed; /* shares, in millionths */
	uint64_t bad, duplicates, attendees, conflicts, long_notes, huge_note;
	enum mixture mixture;
	enum { LF, CRLF, CR } eol;
	enum encoding text; /* texts hold only what survives in this encoding */
	struct dialect dialect;
	bool shuffle, dialect_all, whole_minutes, quiet;
};

/* Fills the options. Ends the program after --help (exit 0) or with a message when the usage is wrong (exit 2). */
void options_parse(struct options *o, char **argv);

#endif
