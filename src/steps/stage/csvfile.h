/* A CSV file from disk: read once from front to end, hashed on the way, UTF-8 with or without a byte order mark.
 *
 * Every record that comes out is valid UTF-8. A file that is not is refused at its first wrong byte (ERR_INPUT with
 * line, column and advice), as is one that cannot be read as CSV at all.
 */
#ifndef STAGE_CSVFILE_H
#define STAGE_CSVFILE_H

#include "core/csv.h"
#include "core/hash.h"

struct csvfile {
	const char *path;      /* as given */
	const char *name;      /* its last part: what messages, tables and reports show */
	uint64_t bytes;	       /* read so far */
	char sha256[HASH_HEX]; /* after CSV_END */
	struct csv *csv;
	int fd;
	struct hash *hash;
	uint64_t skipped; /* bytes of the byte order mark */
	char first[4];	  /* the first bytes, to recognise other encodings by */
};

/* `path` must outlive it. NULL on failure: ERR_INPUT for no file, a directory or an empty one. */
struct csvfile *csvfile_open(const char *path, const struct csv_options *options, struct err *e);
void csvfile_close(struct csvfile *f);

/* As csv_next(). Offsets count from the first byte of the file. */
enum csv_step csvfile_next(struct csvfile *f, struct csv_record *record, struct err *e);

#endif
