/* A rule set: the directory of data that says what a communication becomes (schema/rules/README.md).
 *
 * Two kinds of places give the same thing: a name that is built in ("plan"), or a directory. Files of other names than
 * the known ones are refused, so that a misspelt one is not silently without effect.
 */
#ifndef RULES_RULESET_H
#define RULES_RULESET_H

#include "core/buf.h"
#include "core/db.h"
#include "core/hash.h"

#include <jansson.h>

enum { RULESET_FILE_MAX = 4 << 20 }; /* bytes of one file */

struct ruleset_file {
	char *path;  /* within the set: "classification.csv", "payloads/calls.json", "views/v_ic_calls_staging.sql" */
	char *place; /* for errors: where it was read from */
	struct buf bytes;
};

struct ruleset {
	char *name;		    /* "plan", or the last part of the directory's path */
	struct ruleset_file *files; /* sorted by path, byte by byte */
	size_t file_count;
	char sha256[HASH_HEX]; /* over path, size and bytes of every file, in order */
};

/* NULL on failure: ERR_USAGE when there is no such set or it is not well formed. Nothing is checked beyond the
 * names. */
struct ruleset *ruleset_open(const char *name_or_dir, struct err *e);
void ruleset_close(struct ruleset *rules);

/* The set that a database was made with, from its table rule_file. */
struct ruleset *ruleset_open_installed(struct db *db, struct err *e);

const struct ruleset_file *ruleset_find(const struct ruleset *rules, const char *path); /* may be NULL */

/* The line where the file first has the word between double quotes; 1 when it has not. For errors in JSON, whose parser
 * keeps no places. */
int ruleset_line_at(const struct ruleset_file *file, size_t at); /* of a byte */
int ruleset_line(const struct ruleset_file *file, const char *word);

/* settings.json, parsed; json_decref() it. NULL: ERR_USAGE with file and line. */
json_t *ruleset_settings(const struct ruleset *rules, struct err *e);

/* Fills rule_file and the tables of the set's CSV files (emptied first) and puts the set's own views in place
 * of the built-in ones. Within the caller's transaction. ERR_USAGE with file, line and what is wrong. */
bool ruleset_install(const struct ruleset *rules, struct db *db, struct err *e);

/* Names of the built-in sets, ended by NULL. */
extern const char *const ruleset_built_in[];

#endif
