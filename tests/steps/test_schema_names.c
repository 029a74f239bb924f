#include "schema_db.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

/* The words of the contract, each with its column; the first of a table is the unique one. */
static const struct {
	const char *table, *prefix, *words[14][2];
} indexes[] = {
	{"ic_communication_master", "idx_ic_comm_master_",
		{{"comm_id", "comm_communicationid"}, {"derived_type", "derived_activity_type"},
			{"staging_status", "staging_status"}, {"api_status", "api_push_status"},
			{"person_id", "person_id"}, {"company_id", "company_id"},
			{"opportunity_id", "comm_opportunityid"}, {"case_id", "comm_caseid"},
			{"datetime", "comm_datetime"}, {"hubspot_contact", "hubspot_contact_id"},
			{"hubspot_company", "hubspot_company_id"}, {"hubspot_deal", "hubspot_deal_id"},
			{"orphaned", "is_orphaned"}}},
	{"ic_calls", "idx_ic_calls_",
		{{"master_id", "ic_communication_master_id"}, {"activity_date", "activity_date"},
			{"contact", "associated_contact_id"}, {"company", "associated_company_id"},
			{"deal", "associated_deal_id"}, {"api_status", "api_push_status"},
			{"hubspot_engagement", "hubspot_engagement_id"}}},
	{"ic_emails", "idx_ic_emails_",
		{{"master_id", "ic_communication_master_id"}, {"activity_date", "activity_date"},
			{"contact", "associated_contact_id"}, {"company", "associated_company_id"},
			{"deal", "associated_deal_id"}, {"api_status", "api_push_status"},
			{"from_address", "email_from_address"}, {"to_address", "email_to_address"}}},
	{"ic_meetings", "idx_ic_meetings_",
		{{"master_id", "ic_communication_master_id"}, {"start_time", "meeting_start_time"},
			{"end_time", "meeting_end_time"}, {"contact", "associated_contact_id"},
			{"company", "associated_company_id"}, {"deal", "associated_deal_id"},
			{"api_status", "api_push_status"}, {"outcome", "meeting_outcome"}}},
	{"ic_notes", "idx_ic_notes_",
		{{"master_id", "ic_communication_master_id"}, {"activity_date", "activity_date"},
			{"contact", "associated_contact_id"}, {"company", "associated_company_id"},
			{"deal", "associated_deal_id"}, {"api_status", "api_push_status"}}},
	{"ic_tasks", "idx_ic_tasks_",
		{{"master_id", "ic_communication_master_id"}, {"due_date", "due_date"}, {"status", "task_status"},
			{"priority", "task_priority"}, {"contact", "associated_contact_id"},
			{"company", "associated_company_id"}, {"deal", "associated_deal_id"},
			{"api_status", "api_push_status"}, {"source_type", "source_type"},
			{"source_case", "source_case_id"}, {"is_overdue", "is_overdue"}}},
	{"ic_communications", "idx_ic_comms_",
		{{"master_id", "ic_communication_master_id"}, {"activity_date", "activity_date"},
			{"channel", "channel_type"}, {"contact", "associated_contact_id"},
			{"company", "associated_company_id"}, {"deal", "associated_deal_id"},
			{"api_status", "api_push_status"}}},
	{"ic_postal_mail", "idx_ic_postal_",
		{{"master_id", "ic_communication_master_id"}, {"activity_date", "activity_date"},
			{"contact", "associated_contact_id"}, {"company", "associated_company_id"},
			{"deal", "associated_deal_id"}, {"api_status", "api_push_status"}}},
};

static void
there_are_the_66_indexes_of_the_contract_and_no_other(void **state)
{
	int failures = 0, count = 0;

	for (size_t i = 0; i < COUNT(indexes); i++)
		for (size_t k = 0; indexes[i].words[k][0] != NULL; k++, count++) {
			char *name = sqlite3_mprintf("%s%s", indexes[i].prefix, indexes[i].words[k][0]);
			char *want = sqlite3_mprintf("%s %s %d c 0", indexes[i].table, indexes[i].words[k][1], k == 0);

			failures += schema_differs(*state, name, want,
				"SELECT m.tbl_name || ' ' || group_concat(c.name) || ' ' || l.\"unique\" || ' ' || "
				"l.origin "
				"|| ' ' || l.partial FROM sqlite_master m, pragma_index_info(m.name) c, "
				"pragma_index_list(m.tbl_name) l WHERE m.type = 'index' AND m.name = %Q AND l.name = "
				"m.name",
				name);
			sqlite3_free(name);
			sqlite3_free(want);
		}
	failures += schema_differs(*state, "indexes made by name", "66",
		"SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
	assert_int_equal(failures, 0);
	assert_int_equal(count, 66);
}

static void
uniqueness_has_no_second_index_beside_the_named_one(void **state)
{
	int failures = 0;

	for (size_t i = 0; i < COUNT(indexes); i++)
		failures += schema_differs(*state, indexes[i].table, "0",
			"SELECT count(*) FROM pragma_index_list(%Q) WHERE origin <> 'c'", indexes[i].table);
	assert_int_equal(failures, 0);
}

static void
a_second_row_of_a_communication_is_refused(void **state)
{
	static const char *const cases[][2] = {
		{"ic_communication_master", "(comm_communicationid, comm_type, comm_datetime, comm_createddate, "
					    "derived_activity_type) VALUES (1, 'x', '2024-05-06 07:08:09', "
					    "'2024-05-06 07:08:09', 'notes')"},
		{"ic_calls", "(ic_communication_master_id, activity_date) VALUES (1, 'x')"},
		{"ic_emails", "(ic_communication_master_id, activity_date) VALUES (1, 'x')"},
		{"ic_meetings", "(ic_communication_master_id, activity_date, meeting_start_time) VALUES (1, 'x', 'x')"},
		{"ic_notes", "(ic_communication_master_id, activity_date, note_body) VALUES (1, 'x', 'x')"},
		{"ic_tasks", "(ic_communication_master_id, activity_date, task_title) VALUES (1, 'x', 'x')"},
		{"ic_communications",
			"(ic_communication_master_id, activity_date, communication_body) VALUES (1, 'x', 'x')"},
		{"ic_postal_mail",
			"(ic_communication_master_id, activity_date, postal_mail_body) VALUES (1, 'x', 'x')"},
		{"contacts_reconciliation", "(legacy_contact_id) VALUES (1)"},
		{"companies_reconciliation", "(legacy_company_id) VALUES (1)"},
		{"deals_reconciliation", "(legacy_deal_id) VALUES (1)"},
		{"communications_reconciliation", "(legacy_communication_id) VALUES (1)"},
		{"code_combination", "(comm_type) VALUES ('x')"},
		{"code_combination", "(comm_type, comm_action) VALUES ('x', '')"},
		{"rule_value", "(target, source, value) VALUES ('x', 'x', 'x')"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		int first = schema_try(*state, "INSERT INTO %s %s", cases[i][0], cases[i][1]);
		int second = schema_try(*state, "INSERT INTO %s %s", cases[i][0], cases[i][1]);

		if (first != SQLITE_OK || second != SQLITE_CONSTRAINT) {
			print_error("%s: want 0, then %d\n  got %d, then %d\n", cases[i][0], SQLITE_CONSTRAINT, first,
				second);
			failures++;
		}
	}
	assert_int_equal(failures, 0);
}

static void
every_view_can_be_read_with_no_trust_in_the_file(void **state)
{
	struct db *db = *state;
	sqlite3_stmt *views;
	int count = 0;

	schema_run(db, "PRAGMA trusted_schema = OFF");
	assert_int_equal(
		sqlite3_prepare_v2(db->handle, "SELECT name FROM sqlite_master WHERE type = 'view'", -1, &views, NULL),
		SQLITE_OK);
	for (; sqlite3_step(views) == SQLITE_ROW; count++)
		schema_run(db, "SELECT * FROM %s", (const char *)sqlite3_column_text(views, 0));
	sqlite3_finalize(views);
	assert_true(count >= 9);
}

static void
a_staging_view_has_the_columns_of_its_table_and_then_the_payload_s(void **state)
{
	int failures = 0;

	for (size_t i = 1; i < COUNT(indexes); i++) {
		char *columns = schema_get(*state,
			"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info(%Q) WHERE cid "
			"BETWEEN 1 AND (SELECT cid FROM pragma_table_info(%Q) WHERE name = 'associated_deal_id') "
			"ORDER BY cid)",
			indexes[i].table, indexes[i].table);

		failures += schema_differs(*state, indexes[i].table, columns,
			"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('v_%s_staging') "
			"WHERE name NOT GLOB 'payload_*' ORDER BY cid)",
			indexes[i].table);
		failures += schema_differs(*state, indexes[i].table, "payload_key",
			"SELECT name FROM pragma_table_info('v_%s_staging') WHERE cid = (SELECT cid + 1 FROM "
			"pragma_table_info('v_%s_staging') WHERE name = 'associated_deal_id')",
			indexes[i].table, indexes[i].table);
		sqlite3_free(columns);
	}
	failures += schema_differs(*state, "summary",
		"derived_activity_type total_count with_contact with_company with_deal orphaned_count processed_count "
		"error_count earliest_date latest_date",
		"SELECT group_concat(name, ' ') FROM pragma_table_info('v_ic_activities_summary')");
	failures += schema_differs(*state, "coverage", "activity_type master_count derivative_count missing_count",
		"SELECT group_concat(name, ' ') FROM pragma_table_info('v_ic_derivative_coverage')");
	assert_int_equal(failures, 0);
}

static void
one_row_of_a_staging_view_is_found_by_look_ups_alone(void **state)
{
	struct db *db = *state;
	int failures = 0;

	for (size_t i = 1; i < COUNT(indexes); i++) {
		char *sql = sqlite3_mprintf(
			"EXPLAIN QUERY PLAN SELECT * FROM v_%s_staging WHERE ic_communication_master_id = 7",
			indexes[i].table);
		sqlite3_stmt *plan;

		assert_int_equal(sqlite3_prepare_v2(db->handle, sql, -1, &plan, NULL), SQLITE_OK);
		while (sqlite3_step(plan) == SQLITE_ROW) {
			const char *step = (const char *)sqlite3_column_text(plan, 3);

			if (strncmp(step, "SEARCH ", 7) != 0 && strncmp(step, "SCALAR SUBQUERY", 15) != 0 &&
				strcmp(step, "SCAN this_run") != 0) {
				print_error("%s: %s\n", indexes[i].table, step);
				failures++;
			}
		}
		sqlite3_finalize(plan);
		sqlite3_free(sql);
	}
	assert_int_equal(failures, 0);
}

static int
embedded_differs(const struct embedded *file)
{
	FILE *f = fopen(file->path, "rb");
	size_t at = 0;
	int c = 0;

	if (f == NULL) {
		print_error("%s is not on the disk\n", file->path);
		return 1;
	}
	while ((c = getc(f)) != EOF && at < file->size && file->bytes[at] == c)
		at++;
	fclose(f);
	if (c == EOF && at == file->size && file->bytes[at] == 0)
		return 0;
	print_error("%s differs at byte %zu\n", file->path, at);
	return 1;
}

/* Counts the regular files under a folder that are not embedded. */
static int
embedded_lacks(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int failures = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		char *path = sqlite3_mprintf("%s/%s", folder, entry->d_name);
		size_t size = strlen(path);
		struct stat st;

		assert_int_equal(stat(path, &st), 0);
		if (S_ISDIR(st.st_mode) && entry->d_name[0] != '.')
			failures += embedded_lacks(path);
		else if (S_ISREG(st.st_mode) && size > 4 && strcmp(path + size - 4, ".sql") == 0 &&
			 embedded_find(path) == NULL) {
			print_error("%s is not embedded\n", path);
			failures++;
		}
		sqlite3_free(path);
	}
	closedir(dir);
	return failures;
}

static void
the_embedded_files_are_the_files_on_the_disk(void **state)
{
	int failures = embedded_lacks("schema");

	(void)state;
	for (int i = 0; i < embedded_count; i++)
		failures += embedded_differs(&embedded_files[i]);
	assert_int_equal(failures, 0);
	assert_non_null(embedded_find("schema/rules/plan/payloads/calls.json"));
	assert_null(embedded_find("schema/tables"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			there_are_the_66_indexes_of_the_contract_and_no_other, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			uniqueness_has_no_second_index_beside_the_named_one, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_second_row_of_a_communication_is_refused, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			every_view_can_be_read_with_no_trust_in_the_file, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_staging_view_has_the_columns_of_its_table_and_then_the_payload_s,
			schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			one_row_of_a_staging_view_is_found_by_look_ups_alone, schema_setup, schema_teardown),
		cmocka_unit_test(the_embedded_files_are_the_files_on_the_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
