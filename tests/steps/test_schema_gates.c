#include "schema_db.h"

#include <stdio.h>

static const char *const activities[] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};

/* 100 notes, loaded from a file of 100 records, each with references that resolve and a whole payload; nothing is
 * wrong. */
static int
setup(void **state)
{
	struct db *db = schema_open();

	schema_run(db,
		"WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100) "
		"INSERT INTO ic_communication_master (id, comm_communicationid, comm_type, comm_datetime, "
		"comm_createddate, "
		"derived_activity_type, person_id, company_id, comm_opportunityid, hubspot_contact_id, "
		"hubspot_company_id, "
		"hubspot_deal_id) SELECT i, i, 'Note', '2024-05-06 07:08:09', '2024-05-06 07:00:00', 'notes', i, i, i, "
		"i, i, i "
		"FROM n;"
		"INSERT INTO contacts_reconciliation (legacy_contact_id, hubspot_contact_id) SELECT id, id FROM "
		"ic_communication_master;"
		"INSERT INTO companies_reconciliation (legacy_company_id, hubspot_company_id) SELECT id, id FROM "
		"ic_communication_master;"
		"INSERT INTO deals_reconciliation (legacy_deal_id, hubspot_deal_id) SELECT id, id FROM "
		"ic_communication_master;"
		"INSERT INTO input VALUES (1, 'communications', 'c.csv', 1, 'x', 100, 0), (2, 'contacts', 'p.csv', 1, "
		"'x', 5, 0);"
		"INSERT INTO reject (input_id, line, byte_offset, byte_length, code, message) VALUES (2, 2, 0, 1, 'X', "
		"'x');"
		"INSERT INTO code_combination (id, comm_type, rule_position, activity_type) VALUES (1, 'Note', 14, "
		"'notes'), "
		"(2, 'Mail', 36, 'notes');"
		"INSERT INTO row_origin SELECT id, 1, id + 1, 0, 1, 1 FROM ic_communication_master;"
		"INSERT INTO ic_notes (id, ic_communication_master_id, activity_date, note_body, hubspot_api_payload) "
		"SELECT ic_communication_master_id, ic_communication_master_id, activity_date, note_body, "
		"'{\"properties\":{},\"associations\":[],\"objectWriteTraceId\":\"' || payload_key || '\"}' FROM "
		"v_ic_notes_staging");
	*state = db;
	return 0;
}

static void
measure(struct db *db)
{
	struct err e = {0};

	if (!db_begin(db, &e) || !sql_run_folder(db, "schema/measure", &e) || !db_commit(db, &e))
		fail_msg("%s", e.text);
}

/* How many rows of evidence the gate's check gives. */
static int
evidence(struct db *db, const char *gate)
{
	char *path = sqlite3_mprintf("schema/checks/%s.sql", gate);
	struct query q = {0};
	struct err e = {0};
	enum query_step step;
	int rows = 0;

	if (!sql_query(&q, db, path, &e))
		fail_msg("%s", e.text);
	while ((step = query_next(&q, &e)) == QUERY_ROW)
		rows++;
	if (step != QUERY_END)
		fail_msg("%s", e.text);
	query_close(&q);
	sqlite3_free(path);
	return rows;
}

static void
every_gate_of_the_contract_has_its_check(void **state)
{
	sqlite3_stmt *gates;
	struct db *db = *state;
	int count = 0, failures = 0;

	measure(db);
	assert_int_equal(sqlite3_prepare_v2(db->handle, "SELECT name FROM v_gate", -1, &gates, NULL), SQLITE_OK);
	for (; sqlite3_step(gates) == SQLITE_ROW; count++) {
		char *path = sqlite3_mprintf("schema/checks/%s.sql", (const char *)sqlite3_column_text(gates, 0));
		const struct embedded *file = embedded_find(path);
		char *head = sqlite3_mprintf("-- gate: %s\n", (const char *)sqlite3_column_text(gates, 0));

		if (file == NULL || strncmp((const char *)file->bytes, head, strlen(head)) != 0) {
			print_error("%s does not begin with %s", path, head);
			failures++;
		}
		sqlite3_free(head);
		sqlite3_free(path);
	}
	sqlite3_finalize(gates);
	for (int i = 0; i < embedded_count; i++)
		count -= strncmp(embedded_files[i].path, "schema/checks/", 14) == 0;
	assert_int_equal(failures, 0);
	assert_int_equal(count, 0);
}

static void
a_sound_file_passes_every_gate_and_is_warned_of_its_one_sided_types(void **state)
{
	measure(*state);
	assert_int_equal(
		schema_differs(*state, "not passed", "load_types_empty warning 6.0; load_types_share warning 100.0",
			"SELECT group_concat(name || ' ' || level || ' ' || value, '; ') FROM v_gate WHERE NOT passed"),
		0);
}

static void
what_was_not_measured_is_no_gate_and_has_no_evidence(void **state)
{
	int failures = schema_differs(*state, "gates", "0", "SELECT count(*) FROM v_gate");

	schema_run(*state, "DELETE FROM ic_notes");
	failures += evidence(*state, "derivation_coverage");
	assert_int_equal(failures, 0);
}

static void
a_view_that_is_gone_or_broken_is_named(void **state)
{
	struct err e = {0};

	schema_run(*state, "DROP VIEW v_ic_notes_staging");
	assert_true(db_begin(*state, &e));
	assert_false(sql_run_folder(*state, "schema/measure", &e));
	db_rollback(*state);
	assert_non_null(strstr(e.text, "schema/measure/10_setup.sql:"));
	assert_non_null(strstr(e.text, "v_ic_notes_staging"));
}

static void
an_empty_file_passes_every_rate(void **state)
{
	schema_file(*state, "schema/steps/reset_load.sql");
	measure(*state);
	assert_int_equal(schema_differs(*state, "not passed", "load_types_empty",
				 "SELECT group_concat(name) FROM v_gate WHERE NOT passed") +
				 schema_differs(*state, "rates without a value", "13",
					 "SELECT count(*) FROM v_gate WHERE value IS NULL AND passed"),
		0);
}

/* A reference that its mapping does not resolve, of the first `n` rows. */
#define UNRESOLVED(table, entity, n)                                                                                   \
	"UPDATE " table " SET hubspot_" entity "_id = NULL WHERE legacy_" entity "_id <= " n ";"                       \
	"UPDATE ic_communication_master SET hubspot_" entity "_id = NULL WHERE id <= " n

#define NO_CONTACT(n) UNRESOLVED("contacts_reconciliation", "contact", n)
#define NO_COMPANY(n) UNRESOLVED("companies_reconciliation", "company", n)
#define NO_DEAL(n)    UNRESOLVED("deals_reconciliation", "deal", n)

/* Each change is made to a sound file; its gate must then have this value and answer, and evidence exactly when it
 * failed. */
static const struct {
	const char *gate, *change, *value;
	bool passed;
	int evidence;
} cases[] = {
	{"setup_tables", "", "8.0", true, 0},
	{"setup_indexes", "DROP INDEX idx_ic_notes_deal", "65.0", false, 1},
	{"setup_constraints", "DROP INDEX idx_ic_notes_master_id", "87.0", false, 8},
	{"setup_classification", "DELETE FROM classification_rule WHERE type = 'call'", "1.0", false, 1},
	{"setup_classification", "INSERT INTO rule_value VALUES ('call_status', 'x', 'BUSY')", "0.0", true, 0},
	{"load_accounting", "UPDATE input SET rows_read = 101 WHERE id = 1", "1.0", false, 1},
	{"load_accounting",
		"UPDATE input SET rows_read = 103 WHERE id = 1;"
		"INSERT INTO reject (input_id, line, byte_offset, byte_length, code, message) VALUES (1, 2, 0, 1, 'X', "
		"'x');"
		"INSERT INTO replaced_row VALUES (1, 1, 5, 0, 1, 1);"
		"INSERT INTO communication_link (comm_communicationid, input_id, line, byte_offset, byte_length) "
		"VALUES (1, 1, 5, 0, 1)",
		"0.0", true, 0},
	{"load_accounting", "DELETE FROM ic_communication_master WHERE id = 1", "1.0", false, 1},
	{"load_types_share", "UPDATE ic_communication_master SET derived_activity_type = 'calls' WHERE id <= 10",
		"90.0", true, 0},
	{"load_types_share", "UPDATE ic_communication_master SET derived_activity_type = 'calls' WHERE id <= 9", "91.0",
		false, 2},
	{"load_types_share",
		"UPDATE this_run SET max_type_share_pct = 91; UPDATE ic_communication_master SET derived_activity_type "
		"= "
		"'calls' WHERE id <= 9",
		"91.0", true, 0},
	{"load_types_empty", "UPDATE ic_communication_master SET derived_activity_type = 'calls' WHERE id <= 9", "5.0",
		false, 5},
	{"load_date_order", "UPDATE ic_communication_master SET comm_todatetime = '2024-05-01 00:00:00'", "NULL", true,
		0},
	{"load_date_order",
		"UPDATE this_run SET task_due = 'comm_datetime'; UPDATE ic_communication_master SET comm_todatetime = "
		"'2024-05-01 00:00:00' WHERE id <= 50",
		"1.0", false, 1},
	{"load_date_order",
		"UPDATE this_run SET task_due = 'comm_datetime'; UPDATE ic_communication_master SET comm_todatetime = "
		"iif(id "
		"<= 50, '2024-05-01 00:00:00', comm_datetime)",
		"0.0", true, 0},
	{"load_unrecognised", "UPDATE row_origin SET code_combination_id = 2 WHERE comm_communicationid <= 3", "3.0",
		false, 1},
	{"load_unrecognised", "UPDATE code_combination SET rule_position = NULL WHERE id = 1", "100.0", false, 1},
	{"resolution_contact", NO_CONTACT("4"), "96.0", true, 0},
	{"resolution_contact", NO_CONTACT("5"), "95.0", false, 5},
	{"resolution_contact",
		"UPDATE ic_communication_master SET hubspot_contact_id = NULL, person_id = NULL WHERE id <= 50",
		"100.0", true, 0},
	{"resolution_contact", NO_CONTACT("100"), "0.0", false, 20},
	{"resolution_contact",
		"UPDATE this_run SET min_resolution_pct = 94.5; UPDATE ic_communication_master SET hubspot_contact_id "
		"= NULL "
		"WHERE id <= 5",
		"95.0", true, 0},
	{"resolution_company", NO_COMPANY("4"), "96.0", true, 0},
	{"resolution_company", NO_COMPANY("6"), "94.0", false, 6},
	{"resolution_deal", NO_DEAL("5"), "95.0", false, 5},
	{"resolution_deal", "UPDATE ic_communication_master SET hubspot_deal_id = NULL, comm_opportunityid = NULL",
		"NULL", true, 0},
	{"resolution_orphans", "UPDATE ic_communication_master SET is_orphaned = 1 WHERE id <= 4", "4.0", true, 0},
	{"resolution_orphans", "UPDATE ic_communication_master SET is_orphaned = 1 WHERE id <= 5", "5.0", false, 1},
	{"resolution_logged", NO_DEAL("2"), "2.0", false, 2},
	{"resolution_logged",
		NO_DEAL("1") ";"
			     "INSERT INTO reconciliation_log (operation, entity_type, legacy_id, status, "
			     "error_message) SELECT "
			     "'FK_RESOLUTION', entity_type, legacy_id, 'unresolved', message FROM "
			     "v_unresolved_reference",
		"0.0", true, 0},
	{"derivation_coverage", "DELETE FROM ic_notes WHERE id <= 30", "30.0", false, 20},
	{"derivation_coverage",
		"DELETE FROM ic_notes WHERE id = 1; UPDATE ic_communication_master SET staging_status = 'error' WHERE "
		"id = 1",
		"0.0", true, 0},
	{"derivation_coverage", "UPDATE ic_communication_master SET derived_activity_type = 'calls' WHERE id = 1",
		"2.0", false, 2},
	{"derivation_required_notes", "UPDATE ic_notes SET note_body = '' WHERE id = 1", "99.0", false, 1},
	{"derivation_required_notes", "UPDATE ic_notes SET note_body = ' '", "100.0", true, 0},
	{"derivation_required_notes",
		"UPDATE this_run SET min_required_pct = 98; UPDATE ic_notes SET note_body = '' WHERE id = 1", "99.0",
		true, 0},
	{"derivation_required_calls", "", "NULL", true, 0},
	{"derivation_required_calls",
		"INSERT INTO ic_calls (ic_communication_master_id, activity_date) VALUES (1, 'd')", "0.0", false, 1},
	{"derivation_required_emails",
		"INSERT INTO ic_emails (ic_communication_master_id, activity_date, email_subject, email_direction) "
		"VALUES (1, 'd', 's', 'INCOMING')",
		"100.0", true, 0},
	{"derivation_required_emails",
		"INSERT INTO ic_emails (ic_communication_master_id, activity_date, email_subject) VALUES (1, 'd', 's')",
		"0.0", false, 1},
	{"derivation_required_meetings",
		"INSERT INTO ic_meetings (ic_communication_master_id, activity_date, meeting_start_time) VALUES (1, "
		"'d', 's')",
		"0.0", false, 1},
	{"derivation_required_tasks",
		"INSERT INTO ic_tasks (ic_communication_master_id, activity_date, task_title) VALUES (1, 'd', 't')",
		"0.0", false, 1},
	{"derivation_required_communications",
		"INSERT INTO ic_communications (ic_communication_master_id, activity_date, communication_body) "
		"VALUES (1, 'd', 'b')",
		"0.0", false, 1},
	{"derivation_required_postal_mail",
		"INSERT INTO ic_postal_mail (ic_communication_master_id, activity_date, postal_mail_body) VALUES (1, "
		"'d', '')",
		"0.0", false, 1},
	{"derivation_date_logic",
		"PRAGMA ignore_check_constraints = ON; INSERT INTO ic_meetings (ic_communication_master_id, "
		"activity_date, "
		"meeting_name, meeting_start_time, meeting_end_time) VALUES (1, 'd', 'n', '2024-05-06 07:08:09.5', "
		"'2024-05-06 07:08:09')",
		"1.0", false, 1},
	{"derivation_enums",
		"PRAGMA ignore_check_constraints = ON; INSERT INTO ic_calls (ic_communication_master_id, "
		"activity_date, "
		"call_title, call_status) VALUES (1, 'd', 't', 'DONE'); INSERT INTO ic_tasks "
		"(ic_communication_master_id, "
		"activity_date, task_title, source_type) VALUES (1, 'd', 't', 'mail')",
		"2.0", false, 2},
	{"load_types",
		"PRAGMA ignore_check_constraints = ON; UPDATE ic_communication_master SET derived_activity_type = "
		"'faxes' "
		"WHERE id = 3",
		"1.0", false, 1},
	{"load_required", "", "0.0", true, 0},
	{"payloads_missing", "UPDATE ic_notes SET hubspot_api_payload = NULL WHERE id <= 2", "2.0", false, 2},
	{"payloads_missing",
		"UPDATE ic_notes SET hubspot_api_payload = NULL WHERE id = 2; INSERT INTO finding "
		"(comm_communicationid, "
		"activity_type, kind, code, message) VALUES (2, 'notes', 'held', 'X', 'x')",
		"0.0", true, 0},
	{"payloads_json", "UPDATE ic_notes SET hubspot_api_payload = '{\"properties\":{}' WHERE id = 2", "1.0", false,
		1},
	{"payloads_shape", "UPDATE ic_notes SET hubspot_api_payload = '{\"properties\":{}' WHERE id = 2", "0.0", true,
		0},
	{"payloads_shape",
		"UPDATE ic_notes SET hubspot_api_payload = '{\"properties\":{},\"associations\":[]}' WHERE id = 2",
		"1.0", false, 1},
	{"payloads_shape",
		"UPDATE ic_notes SET hubspot_api_payload = "
		"'{\"properties\":[],\"associations\":[],\"objectWriteTraceId\":"
		"\"2\"}' WHERE id = 2",
		"1.0", false, 1},
	{"payloads_shape",
		"UPDATE ic_notes SET hubspot_api_payload = "
		"'{\"properties\":{},\"associations\":[],\"objectWriteTraceId\":2}' "
		"WHERE id = 2",
		"1.0", false, 1},
};

static void
a_gate_answers_at_below_and_above_its_threshold(void **state)
{
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		int rows;

		schema_teardown(state);
		setup(state);
		schema_run(*state, "%s", cases[i].change);
		measure(*state);
		failures += schema_differs(*state, cases[i].gate, cases[i].value,
			"SELECT value FROM v_gate WHERE name = %Q", cases[i].gate);
		failures += schema_differs(*state, cases[i].change, cases[i].passed ? "1" : "0",
			"SELECT passed FROM v_gate WHERE name = %Q", cases[i].gate);
		rows = evidence(*state, cases[i].gate);
		if (rows != cases[i].evidence) {
			print_error("%s after %s\n  want %d rows of evidence\n  got  %d\n", cases[i].gate,
				cases[i].change, cases[i].evidence, rows);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static void
evidence_of_a_gate_that_passed_is_no_row(void **state)
{
	int failures = 0;

	measure(*state);
	for (int i = 0; i < embedded_count; i++) {
		const char *path = embedded_files[i].path;
		char *gate;

		if (strncmp(path, "schema/checks/", 14) != 0 || strstr(path, "load_types_") != NULL)
			continue;
		gate = sqlite3_mprintf("%.*s", (int)(strlen(path) - 18), path + 14);
		failures += evidence(*state, gate);
		sqlite3_free(gate);
	}
	assert_int_equal(failures, 0);
}

static void
a_coverage_is_measured_for_each_type(void **state)
{
	for (size_t i = 0; i < COUNT(activities); i++) {
		schema_teardown(state);
		setup(state);
		schema_master(*state, 200, activities[i]);
		measure(*state);
		assert_int_equal(schema_differs(*state, activities[i], "1.0",
					 "SELECT value FROM v_gate WHERE name = 'derivation_coverage'"),
			0);
		assert_int_equal(evidence(*state, "derivation_coverage"), 1);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_gate_of_the_contract_has_its_check),
		TEST(a_sound_file_passes_every_gate_and_is_warned_of_its_one_sided_types),
		TEST(what_was_not_measured_is_no_gate_and_has_no_evidence),
		TEST(a_view_that_is_gone_or_broken_is_named),
		TEST(an_empty_file_passes_every_rate),
		TEST(a_gate_answers_at_below_and_above_its_threshold),
		TEST(evidence_of_a_gate_that_passed_is_no_row),
		TEST(a_coverage_is_measured_for_each_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
