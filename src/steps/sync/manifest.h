/* pull.json: what a pull wrote, and the moment that it saw the server at.
 *
 * It stands beside the CSV files; hubstage keeps a copy in the workspace of a run on them. Whether it is theirs is
 * seen from the hashes: a workspace knows those of the files it read.
 */
#ifndef SYNC_MANIFEST_H
#define SYNC_MANIFEST_H

#include "core/err.h"

#include <jansson.h>

#define MANIFEST_NAME "pull.json"

/* Writes the document into DIR/pull.json, replacing what is there. */
bool manifest_write(const char *dir, const json_t *document, struct err *e);

/* The document of `path`, checked: a pull of a version that this program knows. json_decref() it. NULL without an
 * error (e->kind is ERR_NONE) when there is no such file. */
json_t *manifest_read(const char *path, struct err *e);

const char *manifest_text(const json_t *document, const char *name); /* "" when it has none */

/* The SHA-256 of its file of that kind; "" when it has none. */
const char *manifest_sha256(const json_t *document, const char *kind);

#endif
