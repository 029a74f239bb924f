/* The bytes of an input file as UTF-8: its encoding and delimiter found out or as the user says, hashed on the way,
 * and the way back from every line to the byte of the file where it begins.
 *
 * What is found out is said (intake_describe), and what cannot be found out for sure is refused with the option that
 * settles it: nothing is guessed silently. A pipe is copied to a temporary file first, since an input may have to be
 * read twice.
 */
#ifndef INPUT_INTAKE_H
#define INPUT_INTAKE_H

#include "core/buf.h"
#include "core/csv.h"
#include "core/detect.h"
#include "core/dialect.h"
#include "core/hash.h"

struct intake_options {
	const char *encoding; /* iconv's name; NULL: find out. A byte order mark outweighs it */
	char delimiter;	      /* 0: find out */
	bool repair;	      /* mend mojibake: damaged files are taken */
	bool as_bytes;	      /* leave encodings that hold ASCII as they are: no conversion, no check */
	bool anything;	      /* refuse nothing that can be read somehow: to look at a file, not to load it */
};

struct intake {
	const char *path;      /* as given */
	const char *name;      /* its last part: what messages, tables and reports show */
	uint64_t bytes;	       /* of the file, read so far */
	char sha256[HASH_HEX]; /* of the file's bytes, after intake_read() gave 0 */

	struct intake_options options;
	struct detection found;
	const char *encoding; /* what it is read as */
	bool told_encoding, told_delimiter;
	bool is_rejects; /* begins as our rejects.csv, which is UTF-8 with commas whatever the options say */
	struct dialect dialect;

	/* the rest is its own */
	int fd;
	uint64_t at; /* in the file */
	struct hash *hash;
	struct encoding *converter; /* NULL: the bytes are UTF-8 as they are */
	size_t skip;		    /* bytes of the UTF-8 stream still to be left out: the line sep= */
	struct err problem;	    /* with `anything`: why loading would refuse it; kind ERR_NONE: it would not */
};

/* `path` and the texts of the options must outlive it. NULL: ERR_INPUT for no file, a directory, an empty one, one
 * that is no text or whose encoding is not clear; ERR_USAGE for an encoding that iconv does not know. */
struct intake *intake_open(const char *path, const struct intake_options *options, struct err *e);
void intake_close(struct intake *in); /* NULL is fine */

/* The same file from its beginning, beside the one that is being read and with all that was found out. */
struct intake *intake_again(const struct intake *in, struct err *e);

int64_t intake_read(void *intake, char *to, size_t size, struct err *e); /* a csv_read */

/* The byte of the file for an offset of the stream that begins a line or ends the stream. Offsets may only grow. */
uint64_t intake_origin(struct intake *in, uint64_t offset);

bool intake_is_plain(const struct intake *in);		       /* UTF-8 and commas: nothing to be said */
void intake_describe(const struct intake *in, struct buf *to); /* adds encoding and delimiter with their evidence */

#endif
