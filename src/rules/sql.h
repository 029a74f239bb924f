/* The embedded SQL, run by its path from the project's root. A fault names the file and the line. */
#ifndef RULES_SQL_H
#define RULES_SQL_H

#include "core/db.h"

/* What our databases carry in their headers: application_id "HSTG" and the version of the schema. */
extern const struct db_identity sql_identity;

/* Runs one file; all files of a folder, in the order of their names. */
bool sql_run(struct db *db, const char *path, struct err *e);
bool sql_run_folder(struct db *db, const char *folder, struct err *e);

/* Prepares the only statement of a file. */
bool sql_query(struct query *q, struct db *db, const char *path, struct err *e);

#endif
