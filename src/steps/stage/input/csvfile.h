/* A CSV file from disk: records of valid UTF-8, whatever the file's encoding and delimiter (intake.h).
 *
 * A file that is not UTF-8, and was not told to be or recognised as anything else, is refused at its first wrong byte
 * (ERR_INPUT with line, column and advice), as is one that cannot be read as CSV at all.
 */
#ifndef INPUT_CSVFILE_H
#define INPUT_CSVFILE_H

#include "core/csv.h"
#include "core/hash.h"
#include "steps/stage/input/intake.h"

struct csvfile {
	const char *path;      /* as given */
	const char *name;      /* its last part: what messages, tables and reports show */
	uint64_t bytes;	       /* of the file, read so far */
	char sha256[HASH_HEX]; /* after CSV_END */
	struct intake *intake;
	struct csv *csv;
};

/* `path` must outlive it. NULL on failure: ERR_INPUT for no file, a directory, an empty one, or one that is no CSV. */
struct csvfile *csvfile_open(
	const char *path, const struct csv_options *options, const struct intake_options *as, struct err *e);
void csvfile_close(struct csvfile *f);

/* The same file from its beginning, beside the one that is being read, read alike; it has no hash. */
struct csvfile *csvfile_again(const struct csvfile *f, const struct csv_options *options, struct err *e);

/* As csv_next(). Line, offset and size are those in the file, also where it is converted: the record's bytes are
 * UTF-8 then. */
enum csv_step csvfile_next(struct csvfile *f, struct csv_record *record, struct err *e);

#endif
