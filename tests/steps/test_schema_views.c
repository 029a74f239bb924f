#include "schema_db.h"

#include <stdio.h>

static const char *const activities[] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};

/* 1 and a message when the column derived from a row with these values is another than wanted. */
static int
derived_differs(struct db *db, const char *activity, const char *given, const char *column, const char *want)
{
	schema_run(db, "DELETE FROM ic_communication_master");
	schema_master(db, 7, activity);
	schema_run(db, "UPDATE ic_communication_master SET %s", given);
	return schema_differs(db, column, want, "SELECT %s FROM v_ic_%s_staging", column, activity);
}

static void
a_direction_or_status_that_the_rule_names_goes_before_the_synonyms(void **state)
{
	static const struct {
		const char *activity, *direction, *status, *given, *column, *want;
	} cases[] = {
		{"calls", "INBOUND", "QUEUED", "comm_note = 'x'", "call_direction || ' ' || call_status",
			"INBOUND QUEUED"},
		{"calls", NULL, NULL, "comm_note = 'x'", "call_direction || ' ' || call_status", "OUTBOUND COMPLETED"},
		{"emails", "OUTGOING", "SENDING", "person_emailaddress = 'ann@example.com', comm_email_clean = 'b'",
			"email_direction || email_send_status || email_from_address", "OUTGOINGSENDINGann@example.com"},
		{"emails", "INCOMING", NULL,
			"comm_action = 'out', person_emailaddress = 'a', comm_email_clean = 'bob@example.org'",
			"email_direction || email_from_address", "INCOMINGbob@example.org"},
		{"meetings", NULL, "SCHEDULED", "comm_status = 'done'", "meeting_outcome || outcome_completed_count",
			"SCHEDULED0"},
		{"meetings", NULL, "NO_SHOW", "comm_status = 'done'", "meeting_outcome || outcome_no_show_count",
			"NO_SHOW1"},
		{"tasks", NULL, "COMPLETED", "comm_status = 'open'", "task_status || completed_at || is_overdue",
			"COMPLETED2024-05-06 07:08:090"},
	};
	int failures = 0;

	schema_run(*state, "INSERT INTO row_origin VALUES (7, 1, 2, 0, 10, 3)");
	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_run(*state,
			"INSERT OR REPLACE INTO code_combination (id, comm_type, direction, activity_status) "
			"VALUES (3, 'x', %Q, %Q)",
			cases[i].direction, cases[i].status);
		failures += derived_differs(*state, cases[i].activity, cases[i].given, cases[i].column, cases[i].want);
	}
	assert_int_equal(failures, 0);
}

static void
synonyms_and_placeholders_are_data(void **state)
{
	static const char *const cases[][4] = {
		{"calls", "comm_status = 'Abgeschlossen'", "call_status", "NO_ANSWER"},
		{"calls", "comm_status = 'done'", "call_status", "BUSY"},
		{"emails", "comm_action = 'out'", "email_from_address", "crm@example.net"},
		{"emails", "comm_action = 'in'", "email_to_address", "all@example.net"},
	};
	int failures = 0;

	schema_run(*state,
		"INSERT INTO rule_value VALUES ('call_status', 'abgeschlossen', 'NO_ANSWER');"
		"DELETE FROM rule_value WHERE target = 'call_status' AND source = 'done';"
		"UPDATE rule_value SET value = 'BUSY' WHERE target = 'call_status' AND source = '*';"
		"UPDATE this_run SET placeholder_from = 'crm@example.net', placeholder_to = 'all@example.net'");
	for (size_t i = 0; i < COUNT(cases); i++)
		failures += derived_differs(*state, cases[i][0], cases[i][1], cases[i][2], cases[i][3]);
	assert_int_equal(failures, 0);
}

static void
every_derived_row_goes_into_its_table_but_a_meeting_that_ends_before_it_starts(void **state)
{
	for (size_t i = 0; i < COUNT(activities); i++) {
		char *columns = schema_get(*state,
			"SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('v_ic_%s_staging') "
			"WHERE name NOT GLOB 'payload_*' ORDER BY cid)",
			activities[i]);

		schema_master(*state, (int)i + 1, activities[i]);
		schema_run(*state, "INSERT INTO ic_%s (%s) SELECT %s FROM v_ic_%s_staging", activities[i], columns,
			columns, activities[i]);
		schema_run(*state, "UPDATE ic_communication_master SET comm_todatetime = '2024-05-06 07:08:08'");
		schema_run(*state, "DELETE FROM ic_%s", activities[i]);
		assert_int_equal(schema_try(*state, "INSERT INTO ic_%s (%s) SELECT %s FROM v_ic_%s_staging",
					 activities[i], columns, columns, activities[i]),
			strcmp(activities[i], "meetings") == 0 ? SQLITE_CONSTRAINT : SQLITE_OK);
		sqlite3_free(columns);
	}
}

/* Each activity has its number of rows of 2024: 1 call, 2 emails ... 7 letters; every row is derived. */
static void
derive_all(struct db *db)
{
	int id = 1;

	for (size_t i = 0; i < COUNT(activities); i++) {
		char *columns = schema_get(db,
			"SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('v_ic_%s_staging') "
			"WHERE name NOT GLOB 'payload_*' ORDER BY cid)",
			activities[i]);

		for (size_t k = 0; k <= i; k++)
			schema_master(db, id++, activities[i]);
		schema_run(db, "INSERT INTO ic_%s (%s) SELECT %s FROM v_ic_%s_staging", activities[i], columns, columns,
			activities[i]);
		sqlite3_free(columns);
	}
}

#define COVERAGE                                                                                                       \
	"SELECT group_concat(activity_type || ' ' || master_count || ' ' || derivative_count || ' ' || "               \
	"missing_count, "                                                                                              \
	"'; ') FROM v_ic_derivative_coverage WHERE activity_type IN ('calls', 'emails', 'notes')"

static void
the_coverage_counts_what_is_missing_and_what_stands_in_a_wrong_table(void **state)
{
	static const struct {
		const char *change, *want;
	} cases[] = {
		{"DELETE FROM finding", "calls 1 1 0; emails 2 2 0; notes 4 4 0"},
		{"DELETE FROM ic_emails WHERE ic_communication_master_id = 2",
			"calls 1 1 0; emails 2 1 1; notes 4 4 0"},
		{"UPDATE ic_communication_master SET staging_status = 'error' WHERE id = 2",
			"calls 1 1 0; emails 2 1 0; notes 4 4 0"},
		{"UPDATE ic_communication_master SET derived_activity_type = 'notes' WHERE id = 1",
			"calls 0 1 1; emails 2 1 0; notes 5 4 1"},
		{"INSERT INTO finding (comm_communicationid, activity_type, kind, code, message) "
		 "VALUES (1, 'notes', 'held', 'X', 'x')",
			"calls 0 1 1; emails 2 1 0; notes 5 4 1"},
		{"INSERT INTO finding (comm_communicationid, activity_type, kind, code, message) "
		 "VALUES (1, 'notes', 'skipped', 'X', 'x')",
			"calls 0 1 1; emails 2 1 0; notes 5 4 0"},
		{"DELETE FROM ic_calls", "calls 0 0 0; emails 2 1 0; notes 5 4 0"},
	};
	int failures = 0;

	derive_all(*state);
	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_run(*state, "%s", cases[i].change);
		failures += schema_differs(*state, cases[i].change, cases[i].want, COVERAGE);
	}
	assert_int_equal(failures, 0);
}

static void
the_summary_counts_each_activity_type(void **state)
{
	int failures = 0;

	derive_all(*state);
	schema_run(*state,
		"UPDATE ic_communication_master SET staging_status = 'processed', hubspot_contact_id = 1 WHERE id = 4;"
		"UPDATE ic_communication_master SET staging_status = 'error', hubspot_deal_id = 1 WHERE id = 5;"
		"UPDATE ic_communication_master SET is_orphaned = 1, comm_datetime = '2023-01-01 00:00:00.5' WHERE id "
		"= 6");
	failures += schema_differs(*state, "meetings", "3 1 0 1 1 1 1 2023-01-01 00:00:00.5 2024-05-06 07:08:09",
		"SELECT total_count || ' ' || with_contact || ' ' || with_company || ' ' || with_deal || ' ' || "
		"orphaned_count || ' ' || processed_count || ' ' || error_count || ' ' || earliest_date || ' ' || "
		"latest_date FROM v_ic_activities_summary WHERE derived_activity_type = 'meetings'");
	failures += schema_differs(*state, "types", "7", "SELECT count(*) FROM v_ic_activities_summary");
	assert_int_equal(failures, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, schema_setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_direction_or_status_that_the_rule_names_goes_before_the_synonyms),
		TEST(synonyms_and_placeholders_are_data),
		TEST(every_derived_row_goes_into_its_table_but_a_meeting_that_ends_before_it_starts),
		TEST(the_coverage_counts_what_is_missing_and_what_stands_in_a_wrong_table),
		TEST(the_summary_counts_each_activity_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
