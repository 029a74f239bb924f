/* db and query: whose file it is, what an error says, and that nothing is written outside a transaction. */
#include "core/db.h"

#include "core/file.h"
#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct db_identity ours = {0x48535447, 3};

struct place {
	char dir[64];
	char *path;
};

static int
setup(void **state)
{
	struct place *p = mem_new(sizeof *p);

	sqlite3_snprintf(sizeof p->dir, p->dir, "/tmp/test_db.XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	p->path = file_join(p->dir, "a.db");
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct place *p = *state;
	struct err e;

	assert_true(file_remove_tree(p->dir, &e));
	free(p->path);
	free(p);
	return 0;
}

/* Makes a database with these two numbers in its header, and a row. */
static void
make(const char *path, int application_id, int user_version)
{
	struct err e = {0};
	struct db *db = db_open(path, DB_BUILD, NULL, &e);
	char script[160];

	snprintf(script, sizeof script,
		"PRAGMA application_id = %d; PRAGMA user_version = %d; CREATE TABLE t (a INTEGER CHECK (a > 0)); "
		"INSERT INTO t VALUES (1)",
		application_id, user_version);
	assert_non_null(db);
	assert_true(db_begin(db, &e) && db_script(db, "make", script, &e) && db_commit(db, &e) && db_settle(db, &e));
}

static void
only_a_database_of_this_program_and_version_is_opened(void **state)
{
	static const struct {
		int id, version;
		const char *error; /* NULL: opened */
	} cases[] = {
		{0x48535447, 3, NULL},
		{0, 3, "another program"},
		{0x11111111, 3, "another program"},
		{0x48535447, 4, "newer"},
		{0x48535447, 2, "older"},
	};
	struct place *p = *state;
	int failures = 0;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		for (int mode = DB_READ; mode <= DB_WRITE; mode++) {
			struct err e = {0};
			struct db *db;

			unlink(p->path);
			make(p->path, cases[i].id, cases[i].version);
			db = db_open(p->path, (enum db_mode)mode, &ours, &e);
			if ((db != NULL) != (cases[i].error == NULL) ||
				(db == NULL && (e.kind != ERR_ENVIRONMENT || strstr(e.text, cases[i].error) == NULL))) {
				print_error("%x, %d, mode %d: %s\n", (unsigned)cases[i].id, cases[i].version, mode,
					db != NULL ? "opened" : e.text);
				failures++;
			}
			db_close(db);
		}
	assert_int_equal(failures, 0);
}

static void
a_file_that_is_not_there_or_no_database_is_the_environment_s_fault(void **state)
{
	struct place *p = *state;
	struct err e = {0};

	assert_null(db_open(p->path, DB_READ, &ours, &e));
	assert_int_equal(e.kind, ERR_ENVIRONMENT);
	assert_int_not_equal(access(p->path, F_OK), 0);
	assert_true(file_write(p->path, "this is a letter, no database", 29, &e));
	assert_null(db_open(p->path, DB_WRITE, &ours, &e));
	assert_int_equal(e.kind, ERR_ENVIRONMENT);
	assert_non_null(strstr(e.text, p->path));
}

static void
an_error_of_a_script_names_file_and_line(void **state)
{
	static const struct {
		const char *sql, *place;
	} cases[] = {
		{"SELECT 1;\n\n-- why\nSELECT nothing;\n", "x.sql:4: "},
		{"CREATE TABLE t (\n\ta INTEGER,\n\tb\n\t(;\n", "x.sql:4: "},
		{"SELECT 1;\nINSERT INTO missing VALUES (1);", "x.sql:2: "},
	};
	struct err e = {0};
	struct db *db = db_open(NULL, DB_MEMORY, NULL, &e);
	int failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		e = (struct err){0};
		if (db_script(db, "x.sql", cases[i].sql, &e) || e.kind != ERR_FAULT ||
			strncmp(e.text, cases[i].place, strlen(cases[i].place)) != 0) {
			print_error("want %s\ngot  %s\n", cases[i].place, e.text);
			failures++;
		}
	}
	db_close(db);
	assert_int_equal(failures, 0);
}

static void
a_row_that_a_check_refuses_is_an_answer_and_the_transaction_goes_on(void **state)
{
	struct place *p = *state;
	struct query q = {0};
	struct err e = {0};
	struct db *db;
	int64_t count = 0;

	make(p->path, ours.application_id, ours.user_version);
	db = db_open(p->path, DB_WRITE, &ours, &e);
	assert_true(db_begin(db, &e) && query_open(&q, db, "insert", "INSERT INTO t VALUES (?1)", &e));
	query_bind_int(&q, 1, -5);
	assert_int_equal(query_try(&q, &e), QUERY_CONSTRAINT);
	assert_non_null(strstr(e.text, "CHECK constraint failed"));
	query_bind_int(&q, 1, 5);
	assert_int_equal(query_try(&q, &e), QUERY_END);
	query_close(&q);
	assert_true(db_commit(db, &e) && db_int(db, "count", "SELECT count(*) FROM t", &count, &e));
	assert_int_equal(count, 2);
	db_close(db);
}

static void
a_statement_that_writes_outside_a_transaction_is_refused(void **state)
{
	struct place *p = *state;
	struct query q = {0};
	struct err e = {0};
	struct db *db;

	make(p->path, ours.application_id, ours.user_version);
	db = db_open(p->path, DB_WRITE, &ours, &e);
	assert_true(query_open(&q, db, "insert", "INSERT INTO t VALUES (7)", &e));
	assert_false(query_run(&q, &e));
	query_close(&q);
	db_close(db);
}

static void
what_was_not_committed_is_gone(void **state)
{
	struct place *p = *state;
	struct err e = {0};
	struct db *db;
	int64_t count = 0;

	make(p->path, ours.application_id, ours.user_version);
	db = db_open(p->path, DB_WRITE, &ours, &e);
	assert_true(db_begin(db, &e) && db_script(db, "more", "INSERT INTO t VALUES (2)", &e));
	db_close(db);
	db = db_open(p->path, DB_READ, &ours, &e);
	assert_true(db_int(db, "count", "SELECT count(*) FROM t", &count, &e));
	assert_int_equal(count, 1);
	db_close(db);
}

static void
a_database_that_is_read_cannot_be_written(void **state)
{
	struct place *p = *state;
	struct err e = {0};
	struct db *db;

	make(p->path, ours.application_id, ours.user_version);
	db = db_open(p->path, DB_READ, &ours, &e);
	assert_false(db_script(db, "more", "BEGIN; INSERT INTO t VALUES (2)", &e));
	db_close(db);
}

static void
a_backup_is_a_whole_database_and_replaces_what_stood_there(void **state)
{
	struct place *p = *state;
	char *copy = file_join(p->dir, "copy.db");
	struct err e = {0};
	struct db *db;
	int64_t count = 0;

	make(p->path, ours.application_id, ours.user_version);
	assert_true(file_write(copy, "older", 5, &e));
	db = db_open(p->path, DB_READ, &ours, &e);
	assert_true(db_backup(db, copy, &e));
	db_close(db);
	db = db_open(copy, DB_READ, &ours, &e);
	assert_non_null(db);
	assert_true(db_int(db, "count", "SELECT count(*) FROM t", &count, &e));
	assert_int_equal(count, 1);
	db_close(db);
	free(copy);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_a_database_of_this_program_and_version_is_opened, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_file_that_is_not_there_or_no_database_is_the_environment_s_fault, setup, teardown),
		cmocka_unit_test(an_error_of_a_script_names_file_and_line),
		cmocka_unit_test_setup_teardown(
			a_row_that_a_check_refuses_is_an_answer_and_the_transaction_goes_on, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_statement_that_writes_outside_a_transaction_is_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(what_was_not_committed_is_gone, setup, teardown),
		cmocka_unit_test_setup_teardown(a_database_that_is_read_cannot_be_written, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_backup_is_a_whole_database_and_replaces_what_stood_there, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
