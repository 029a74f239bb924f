#include "steps/stage/receipts.h"

#include "core/file.h"
#include "core/hash.h"
#include "core/mem.h"
#include "rules/sql.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char manifest[] = "the manifest of a bundle\n";

/* Two calls and a note, derived, none of them pushed. */
static const char rows[] =
	"INSERT INTO input (id, kind, name, bytes, sha256, rows_read, position) VALUES (1, 'communications', 'c.csv', "
	"1, 'x', 3, 1);"
	"INSERT INTO ic_communication_master (id, comm_communicationid, comm_type, comm_datetime, comm_createddate, "
	"comm_subject, derived_activity_type, api_push_status) VALUES "
	"(1, 1, 'Phone', '2024-01-01 10:00:00', '2024-01-01 10:00:00', '=1+1', 'calls', 'not_pushed'),"
	"(2, 2, 'Phone', '2024-01-01 10:00:00', '2024-01-01 10:00:00', 'b', 'calls', 'not_pushed'),"
	"(3, 3, 'Note', '2024-01-01 10:00:00', '2024-01-01 10:00:00', 'c', 'notes', 'not_pushed');"
	"INSERT INTO ic_calls (id, ic_communication_master_id, activity_date) VALUES (1, 1, '2024-01-01 10:00:00'), "
	"(2, 2, '2024-01-01 10:00:00');"
	"INSERT INTO ic_notes (id, ic_communication_master_id, note_body, activity_date) VALUES (3, 3, 'x', "
	"'2024-01-01 10:00:00');";

struct world {
	char dir[64];
	struct stage stage;
	char bundle[HASH_HEX];
	char *journal;
};

#define MUST(what)                                                                                                     \
	do {                                                                                                           \
		if (!(what))                                                                                           \
			fail_msg("%s: %s", #what, e.text);                                                             \
	} while (0)

static void
write_at(const char *dir, const char *name, const char *text)
{
	char *path = file_join(dir, name);
	struct err e = {0};

	MUST(file_write(path, text, strlen(text), &e));
	free(path);
}

static int
set_up(void **state)
{
	struct world *w = mem_new(sizeof *w);
	struct err e = {0};
	char *bundle;

	memcpy(w->dir, "/tmp/receipts.XXXXXX", 21);
	assert_non_null(mkdtemp(w->dir));
	bundle = file_join(w->dir, "bundle");
	MUST(file_mkdir(bundle, &e));
	write_at(bundle, "manifest-sha256.txt", manifest);
	MUST(hash_of(manifest, strlen(manifest), w->bundle, &e));
	w->journal = file_join(w->dir, "push.db");
	w->stage.dir = w->dir;
	w->stage.settings = json_pack("{s:s}", "key_property", "legacy_communication_id");
	w->stage.db = db_open(NULL, DB_MEMORY, NULL, &e);
	MUST(w->stage.db != NULL);
	MUST(sql_run_folder(w->stage.db, "schema/tables", &e));
	MUST(sql_run_folder(w->stage.db, "schema/views", &e));
	MUST(db_script(w->stage.db, "rows", rows, &e));
	free(bundle);
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	struct err e = {0};

	db_close(w->stage.db);
	json_decref(w->stage.settings);
	MUST(file_remove_tree(w->dir, &e));
	free(w->journal);
	free(w);
	return 0;
}

/* A journal of this bundle (or of `other`) with these records. */
static void
make_journal(struct world *w, const char *other, const char *records)
{
	struct err e = {0};
	struct db *db;
	char *script = mem_format("INSERT INTO journal VALUES (1, 7, 'legacy_communication_id', '', '');"
				  "INSERT INTO bundle VALUES (1, '%s', '', '', '', '', '', '', 3, '');%s",
		other != NULL ? other : w->bundle, records);

	MUST(file_remove_tree(w->journal, &e));
	db = db_open(w->journal, DB_BUILD, NULL, &e);
	MUST(db != NULL);
	MUST(sql_run(db, "schema/push/0001.sql", &e));
	MUST(db_script(db, "records", script, &e));
	db_close(db);
	free(script);
}

#define RECORD                                                                                                         \
	"INSERT INTO record (communication_id, type, action, state, payload_sha256, held_sha256, bundle_id, line, "    \
	"line_offset, line_size, is_update, link_count, hubspot_id, is_ours, error_code, error_message, done_at) "     \
	"VALUES "

static const char pushed[] = RECORD
	"(1, 'calls', 'create', 'created', 'aa', 'aa', 1, 1, 0, 1, 0, 0, 700, 1, NULL, NULL, '2026-01-02 03:04:05'),"
	"(2, 'calls', 'create', 'rejected', 'bb', NULL, 1, 2, 0, 1, 0, 0, NULL, 0, 'INVALID_OPTION', 'no such', "
	"'2026-01-02 03:04:05'),"
	"(3, 'notes', 'create', 'planned', 'cc', NULL, 1, 1, 0, 1, 0, 0, NULL, 0, NULL, NULL, NULL);";

static void
take(struct world *w, struct receipts *r)
{
	struct err e = {0};

	MUST(db_begin(w->stage.db, &e));
	MUST(step_receipts(&w->stage, w->journal, r, &e));
	MUST(db_commit(w->stage.db, &e));
}

/* All of a query's values, '|' between columns and '\n' behind rows. */
static void
expect_rows(struct world *w, const char *sql, const char *want)
{
	struct query q = {0};
	struct buf got = {0};
	struct err e = {0};

	MUST(query_open(&q, w->stage.db, "rows", sql, &e));
	while (query_next(&q, &e) == QUERY_ROW) {
		for (int i = 0; i < sqlite3_column_count(q.stmt); i++)
			buf_format(&got, "%s%s", i > 0 ? "|" : "", query_null(&q, i) ? "-" : query_text(&q, i));
		buf_char(&got, '\n');
	}
	query_close(&q);
	assert_string_equal(got.bytes == NULL ? "" : got.bytes, want);
	buf_clear(&got);
}

static void
push_state_comes_back_and_taking_it_twice_is_the_same(void **state)
{
	struct world *w = *state;
	struct receipts r;

	make_journal(w, NULL, pushed);
	for (int i = 0; i < 2; i++) {
		take(w, &r);
		assert_int_equal(r.pushed, 1);
		assert_int_equal(r.failed, 1);
		expect_rows(w,
			"SELECT id, api_push_status, hubspot_engagement_id, error_message, pushed_at FROM ic_calls",
			"1|pushed|700|-|2026-01-02 03:04:05\n2|failed|-|INVALID_OPTION: no such|-\n");
		expect_rows(w, "SELECT id, api_push_status, hubspot_engagement_id FROM ic_notes", "3|pending|-\n");
		expect_rows(w, "SELECT id, api_push_status, api_engagement_id FROM ic_communication_master",
			"1|pushed|700\n2|failed|-\n3|not_pushed|-\n");
	}
}

static void
what_was_rolled_back_is_pending_again(void **state)
{
	struct world *w = *state;
	struct receipts r;

	make_journal(w, NULL, pushed);
	take(w, &r);
	make_journal(w, NULL,
		RECORD "(1, 'calls', 'create', 'archived', 'aa', NULL, 1, 1, 0, 1, 0, 0, NULL, 0, NULL, NULL, '');");
	take(w, &r);
	assert_int_equal(r.rolled_back, 1);
	expect_rows(w, "SELECT api_push_status, hubspot_engagement_id, pushed_at FROM ic_calls WHERE id = 1",
		"pending|-|-\n");
	expect_rows(w, "SELECT api_push_status, api_engagement_id FROM ic_communication_master WHERE id = 1",
		"not_pushed|-\n");
	expect_rows(w, "SELECT count(*) FROM receipt WHERE comm_communicationid = 1", "0\n");
}

static void
a_journal_of_another_bundle_is_refused(void **state)
{
	struct world *w = *state;
	struct receipts r;
	struct err e = {0};

	make_journal(w, "another", pushed);
	MUST(db_begin(w->stage.db, &e));
	assert_false(step_receipts(&w->stage, w->journal, &r, &e));
	assert_int_equal(e.kind, ERR_REFUSED);
	assert_non_null(strstr(e.text, "another bundle"));
	db_rollback(w->stage.db);
	expect_rows(w, "SELECT count(*) FROM receipt", "0\n");
}

static void
expect_file(struct world *w, const char *name, const char *want)
{
	char *path = file_join(w->dir, name);
	struct buf text = {0};
	struct err e = {0};

	MUST(file_read(path, 1 << 20, &text, &e));
	assert_string_equal(text.bytes, want);
	buf_clear(&text);
	free(path);
}

static void
files_for_people_have_every_receipt(void **state)
{
	struct world *w = *state;
	struct receipts r;
	struct err e = {0};
	char *path = file_join(w->dir, "error.csv");
	struct buf text = {0};

	make_journal(w, NULL, pushed);
	take(w, &r);
	MUST(receipts_write(&w->stage, &e));
	expect_file(w, "success.csv",
		"comm_communicationid,activity_type,hubspot_engagement_id,pushed_at\n1,calls,700,2026-01-02 "
		"03:04:05\n");
	expect_file(w, "crosswalk.csv", "comm_communicationid,activity_type,hubspot_engagement_id\n1,calls,700\n");
	MUST(file_read(path, 1 << 20, &text, &e));
	assert_non_null(strstr(text.bytes, "\n,,,,INVALID_OPTION,INVALID_OPTION: no such,2,,,Phone,"));
	buf_clear(&text);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			push_state_comes_back_and_taking_it_twice_is_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_was_rolled_back_is_pending_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_journal_of_another_bundle_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_for_people_have_every_receipt, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
