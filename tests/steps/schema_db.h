/* A database with the embedded schema and the rule set `plan` in it, for tests that talk SQL. A failing statement fails
 * the test with SQLite's words. */
#ifndef TESTS_SCHEMA_DB_H
#define TESTS_SCHEMA_DB_H

#include "core/db.h"
#include "rules/embedded.h"
#include "rules/ruleset.h"
#include "rules/sql.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

/* Gives the primary result code; every row is read and thrown away. The format is sqlite3_mprintf's: %Q, %w. */
static inline int
schema_try(struct db *db, const char *format, ...)
{
	va_list list;
	char *sql;
	int code;

	va_start(list, format);
	sql = sqlite3_vmprintf(format, list);
	va_end(list);
	code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL) & 0xff;
	sqlite3_free(sql);
	return code;
}

/* The value of the first column of the first row; "NULL" for NULL and "(no row)" when there is none. Free it with
 * sqlite3_free(). */
static inline char *
schema_vget(struct db *db, const char *format, va_list list)
{
	char *sql = sqlite3_vmprintf(format, list), *value;
	sqlite3_stmt *stmt;

	if (sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s\n%s", sqlite3_errmsg(db->handle), sql);
	if (sqlite3_step(stmt) != SQLITE_ROW)
		value = sqlite3_mprintf("(no row)");
	else if (sqlite3_column_type(stmt, 0) == SQLITE_NULL)
		value = sqlite3_mprintf("NULL");
	else
		value = sqlite3_mprintf("%s", (const char *)sqlite3_column_text(stmt, 0));
	if (sqlite3_reset(stmt) != SQLITE_OK)
		fail_msg("%s\n%s", sqlite3_errmsg(db->handle), sql);
	sqlite3_finalize(stmt);
	sqlite3_free(sql);
	return value;
}

static inline char *
schema_get(struct db *db, const char *format, ...)
{
	va_list list;
	char *value;

	va_start(list, format);
	value = schema_vget(db, format, list);
	va_end(list);
	return value;
}

/* 1 and a message when the value is another than wanted, so that a table of cases can count. */
static inline int
schema_differs(struct db *db, const char *what, const char *want, const char *format, ...)
{
	va_list list;
	char *got;
	int differs;

	va_start(list, format);
	got = schema_vget(db, format, list);
	va_end(list);
	differs = strcmp(got, want) != 0;
	if (differs)
		print_error("%s\n  want %s\n  got  %s\n", what, want, got);
	sqlite3_free(got);
	return differs;
}

static inline void
schema_run(struct db *db, const char *format, ...)
{
	va_list list;
	char *sql, *error = NULL;

	va_start(list, format);
	sql = sqlite3_vmprintf(format, list);
	va_end(list);
	if (sqlite3_exec(db->handle, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s\n%s", error, sql);
	sqlite3_free(sql);
}

/* Runs an embedded file. */
static inline void
schema_file(struct db *db, const char *path)
{
	const struct embedded *file = embedded_find(path);

	if (file == NULL)
		fail_msg("%s is not embedded", path);
	else
		schema_run(db, "%s", (const char *)file->bytes);
}

/* Runs the embedded files of a folder, given with its slash, in the order of their names. */
static inline void
schema_folder(struct db *db, const char *folder)
{
	for (int i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, folder, strlen(folder)) == 0)
			schema_file(db, embedded_files[i].path);
}

/* The row of this_run, from the rule set's settings. */
static inline void
schema_settings(struct db *db, const struct ruleset *rules)
{
	struct err e = {0};
	json_t *settings = ruleset_settings(rules, &e), *value;
	const char *name;
	struct {
		char *columns, *values;
	} sql = {sqlite3_mprintf("id, as_of, tool_version, rule_set, rule_set_sha256"),
		sqlite3_mprintf("1, '2024-06-01 12:00:00', '0', %Q, %Q", rules->name, rules->sha256)};

	if (settings == NULL)
		fail_msg("%s", e.text);
	json_object_foreach(settings, name, value)
	{
		char *columns = sqlite3_mprintf("%s, \"%w\"", sql.columns, name);
		char *values = json_is_string(value)
				       ? sqlite3_mprintf("%s, %Q", sql.values, json_string_value(value))
				       : sqlite3_mprintf("%s, %.15g", sql.values, json_number_value(value));

		sqlite3_free(sql.columns);
		sqlite3_free(sql.values);
		sql.columns = columns;
		sql.values = values;
	}
	schema_run(db, "INSERT INTO this_run (%s) VALUES (%s)", sql.columns, sql.values);
	sqlite3_free(sql.columns);
	sqlite3_free(sql.values);
	json_decref(settings);
}

static inline struct db *
schema_open_rules(const char *rule_set)
{
	struct err e = {0};
	struct db *db = db_open(NULL, DB_MEMORY, NULL, &e);
	struct ruleset *rules = ruleset_open(rule_set, &e);

	if (db == NULL || rules == NULL || !db_begin(db, &e) || !sql_run_folder(db, "schema/tables", &e) ||
		!sql_run_folder(db, "schema/indexes", &e) || !sql_run_folder(db, "schema/views", &e) ||
		!ruleset_install(rules, db, &e))
		fail_msg("%s", e.text);
	schema_settings(db, rules);
	if (!db_commit(db, &e))
		fail_msg("%s", e.text);
	ruleset_close(rules);
	return db;
}

static inline struct db *
schema_open(void)
{
	return schema_open_rules("plan");
}

/* cmocka's set-up and tear-down: a database of its own for each test. */
static inline int
schema_setup(void **state)
{
	*state = schema_open();
	return 0;
}

static inline int
schema_teardown(void **state)
{
	db_close(*state);
	return 0;
}

/* A row of the master with what must not be NULL, of this activity type. */
static inline void
schema_master(struct db *db, int id, const char *activity)
{
	schema_run(db,
		"INSERT INTO ic_communication_master (id, comm_communicationid, comm_type, comm_datetime, "
		"comm_createddate, "
		"derived_activity_type) VALUES (%d, %d, 'x', '2024-05-06 07:08:09', '2024-05-06 07:00:00', %Q)",
		id, id, activity);
}

#endif
