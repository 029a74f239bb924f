/* The filters of a rule set, each over the same dozen rows: the ids that they hit. */
#include "schema_db.h"

#include <stdio.h>

/* A row: id, activity, date, subject, person, HubSpot's contact, orphaned. */
static void
add_row(struct db *db, int id, const char *activity, const char *date, const char *subject, int person, int contact)
{
	schema_run(db,
		"INSERT INTO ic_communication_master (id, comm_communicationid, comm_type, comm_datetime, "
		"comm_createddate, "
		"comm_subject, person_id, company_id, hubspot_contact_id, is_orphaned, derived_activity_type) "
		"VALUES (%d, %d, 'x', %Q, %Q, %Q, nullif(%d, 0), 900 + %d, nullif(%d, 0), %d = 0, %Q)",
		id, id, date, date, subject, person, id, contact, contact, activity);
	schema_run(db, "INSERT INTO row_origin VALUES (%d, 1, %d, 0, 10, 1)", id, id + 1);
}

static int
setup(void **state)
{
	struct db *db = schema_open_rules("plan");

	schema_run(db, "INSERT INTO code_combination (id, comm_type, rule_position, activity_type, decision) "
		       "VALUES (1, 'x', 1, 'emails', 'derive')");
	add_row(db, 1, "emails", "2020-01-01 00:00:00", "Offer", 5, 50);
	add_row(db, 2, "emails", "2020-01-02 00:00:00", "RE: Offer", 5, 50);
	add_row(db, 3, "emails", "2020-01-03 00:00:00", "TR: Re : offer ", 6, 50);
	add_row(db, 4, "emails", "2020-01-04 00:00:00", "re:Offer", 7, 0);
	add_row(db, 5, "emails", "2020-01-05 00:00:00", "offer", 7, 0);
	add_row(db, 6, "emails", "2020-01-06 00:00:00", "RE: Offer", 0, 0);
	add_row(db, 7, "emails", "2020-01-07 00:00:00", NULL, 5, 50);
	add_row(db, 8, "emails", "2020-01-08 00:00:00", "", 5, 50);
	add_row(db, 9, "calls", "2020-01-09 00:00:00", "RE: Offer", 5, 50);
	add_row(db, 10, "notes", "2019-12-31 23:59:59", "Fair", 5, 50);
	add_row(db, 11, "notes", "2020-01-01 00:00:00", "regarding: Offer", 5, 50);
	add_row(db, 12, "emails", "2020-02-01 00:00:00", "RE:", 5, 50);
	*state = db;
	return 0;
}

static void
each_filter_hits_what_it_says(void **state)
{
	static const struct {
		const char *filter, *activity, *parameter, *want;
	} cases[] = {
		{"from_date", "*", "2020-01-01", "10"},
		{"from_date", "*", "2020-01-02", "1,10,11"},
		{"from_date", "notes", "2020-01-02", "10,11"},
		{"from_date", "tasks", "2020-01-02", "NULL"},
		{"orphan", "*", NULL, "4,5,6"},
		{"orphan", "calls", NULL, "NULL"},
		{"mass_mail", "*", "3", "NULL"},
		{"mass_mail", "emails", "1", "1,2,5,6"},
		{"mass_mail", "emails", "2", "NULL"},
		{"mass_mail", "*", "2", "2,6,9"},
		{"reply", "emails", "re fw tr ref rep", "2,3,5"},
		{"reply", "*", "re fw tr ref rep", "2,3,5,9"},
		{"reply", "emails", " RE ", "2,5"},
		{"reply", "emails", "fw", "NULL"},
		{"exempt", "*", NULL, "2,3,9"},
		{"exempt", "emails", NULL, "2,3"},
	};
	int failures = 0;

	schema_run(*state, "INSERT INTO exemption VALUES ('communication', 2), ('communication', 77), ('person', 6), "
			   "('company', 909)");
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *what = sqlite3_mprintf("%s, %s, %Q", cases[i].filter, cases[i].activity, cases[i].parameter);

		schema_run(*state,
			"DELETE FROM filter_rule; INSERT INTO filter_rule VALUES (1, %Q, %Q, 'hold', %Q, 'why')",
			cases[i].filter, cases[i].activity, cases[i].parameter);
		schema_file(*state, "schema/steps/filter.sql");
		failures += schema_differs(*state, what, cases[i].want,
			"SELECT group_concat(id) FROM (SELECT id FROM v_disposition WHERE decision = 'hold' ORDER BY "
			"id)");
		sqlite3_free(what);
	}
	assert_int_equal(failures, 0);
}

static void
an_orphaned_row_that_an_attendee_leads_to_a_record_is_no_orphan_to_filter_and_setting(void **state)
{
	static const struct {
		const char *filter, *orphans, *decision;
	} cases[] = {{"orphan", "send", "hold"}, {"exempt", "hold", "hold"}, {"exempt", "skip", "skip"}};
	int failures = 0;

	schema_run(*state,
		"INSERT INTO communication_link (comm_communicationid, hubspot_contact_id, hubspot_company_id, "
		"input_id, line, byte_offset, byte_length) VALUES (4, 70, NULL, 1, 30, 0, 1), (5, NULL, NULL, 1, 31, "
		"0, 1), (6, NULL, NULL, 1, 32, 0, 1), (6, NULL, 71, 1, 33, 0, 1)");
	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_run(*state,
			"DELETE FROM filter_rule; INSERT INTO filter_rule VALUES (1, %Q, '*', 'hold', NULL, 'why'); "
			"UPDATE this_run SET orphans = %Q",
			cases[i].filter, cases[i].orphans);
		schema_file(*state, "schema/steps/filter.sql");
		failures += schema_differs(*state, cases[i].orphans, "5 ORPHAN",
			"SELECT group_concat(id || ' ' || code) FROM v_disposition WHERE decision <> 'derive'");
		failures += schema_differs(
			*state, cases[i].orphans, cases[i].decision, "SELECT decision FROM v_disposition WHERE id = 5");
	}
	assert_int_equal(failures, 0);
}

static void
the_first_filter_that_holds_or_skips_wins_and_a_rule_s_skip_wins_over_all(void **state)
{
	schema_run(*state, "INSERT INTO filter_rule VALUES (1, 'from_date', '*', 'flag', '2021-01-01', 'old'), "
			   "(2, 'orphan', '*', 'hold', NULL, 'nowhere to be seen'), "
			   "(3, 'from_date', '*', 'skip', '2020-01-06', 'too old')");
	schema_run(*state,
		"INSERT INTO code_combination (id, comm_type, rule_position, activity_type, decision, reason) "
		"VALUES (2, 'y', 2, 'emails', 'skip', 'no'); UPDATE row_origin SET code_combination_id = 2 WHERE "
		"comm_communicationid = 4");
	schema_file(*state, "schema/steps/filter.sql");
	assert_int_equal(schema_differs(*state, "dispositions",
				 "1 skip BEFORE_FROM_DATE too old, 4 skip RULE_SKIPS no, 5 hold ORPHAN nowhere to be "
				 "seen, 7 derive - -",
				 "SELECT group_concat(id || ' ' || decision || ' ' || coalesce(code, '-') || ' ' || "
				 "coalesce(reason, '-'), "
				 "', ') FROM v_disposition WHERE id IN (1, 4, 5, 7)") +
				 schema_differs(*state, "flags", "12 flagged BEFORE_FROM_DATE comm_datetime old",
					 "SELECT count(*) || ' ' || kind || ' ' || code || ' ' || property || ' ' || "
					 "message FROM finding"),
		0);
}

static void
codes_that_no_rule_knows_are_told(void **state)
{
	static const struct {
		const char *activity, *action, *status, *priority, *position, *given, *want;
	} cases[] = {
		{"calls", "PhoneOut", "Complete", "Normal", "1", NULL, "NULL"},
		{"calls", "PhoneOut", "Abandonne", "Normal", "1", NULL, "UNKNOWN_STATUS"},
		{"calls", "PhoneOut", " complete ", "Normal", "1", NULL, "NULL"},
		{"calls", "PhoneOut", NULL, "Normal", "1", NULL, "NULL"},
		{"calls", "PhoneOut", "Abandonne", "Normal", "1", "QUEUED", "NULL"},
		{"tasks", "Preetude", "Pending", "Normal", "16", NULL, "UNKNOWN_ACTION"},
		{"tasks", "", "Pending", "Normal", "16", NULL, "NULL"},
		{"tasks", "ToDo", "Pending", "Urgente", "12", NULL, "UNKNOWN_PRIORITY"},
		{"calls", "PhoneOut", "Complete", "Urgente", "1", NULL, "NULL"},
		{"tasks", "Preetude", "x", "y", "16", NULL, "UNKNOWN_STATUS,UNKNOWN_ACTION,UNKNOWN_PRIORITY"},
		{"notes", "Note", "Sleap", NULL, "11", NULL, "NULL"},
		{"notes", "Preetude", "Sleap", "y", NULL, NULL, "NULL"},
		{"tasks", "*", "*", "*", "16", NULL, "UNKNOWN_STATUS,UNKNOWN_ACTION,UNKNOWN_PRIORITY"},
	};
	struct db *db = schema_open_rules("sage");
	int failures = 0;

	(void)state;
	add_row(db, 1, "tasks", "2020-01-01 00:00:00", "x", 5, 50);
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *what = sqlite3_mprintf(
			"%s, %Q, %Q, %Q", cases[i].activity, cases[i].action, cases[i].status, cases[i].priority);

		schema_run(db, "DELETE FROM code_combination; DELETE FROM finding");
		schema_run(db,
			"INSERT INTO code_combination (id, comm_type, comm_action, comm_status, comm_priority, "
			"rule_position, "
			"activity_type, activity_status, decision) VALUES (1, 'Task', %Q, %Q, %Q, %Q, %Q, %Q, "
			"'derive')",
			cases[i].action, cases[i].status, cases[i].priority, cases[i].position, cases[i].activity,
			cases[i].given);
		schema_file(db, "schema/steps/filter.sql");
		failures += schema_differs(db, what, cases[i].want,
			"SELECT group_concat(code) FROM (SELECT f.code FROM filter_hit h JOIN v_filter f ON f.position "
			"= h.position "
			"ORDER BY f.position)");
		sqlite3_free(what);
	}
	db_close(db);
	assert_int_equal(failures, 0);
}

/* Without a filter nothing but the tables of the filters is read. */
static void
no_filter_reads_no_row(void **state)
{
	struct db *db = schema_open_rules("plan");
	sqlite3_stmt *stmt;

	(void)state;
	for (int i = 1; i <= 50; i++)
		add_row(db, i, "emails", "2020-01-01 00:00:00", "x", 5, 50);
	for (const char *sql = (const char *)embedded_find("schema/steps/filter.sql")->bytes; *sql != '\0';) {
		assert_int_equal(sqlite3_prepare_v2(db->handle, sql, -1, &stmt, &sql), SQLITE_OK);
		if (stmt == NULL)
			break;
		assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
		if (sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) > 0)
			fail_msg("reads rows: %s", sqlite3_sql(stmt));
		sqlite3_finalize(stmt);
	}
	db_close(db);
}

static void
a_filter_that_makes_no_sense_is_refused(void **state)
{
	static const char *const values[] = {
		"'from_date', '*', 'skip', NULL, 'x'",
		"'from_date', '*', 'skip', '01/02/2020', 'x'",
		"'mass_mail', '*', 'skip', NULL, 'x'",
		"'mass_mail', '*', 'skip', '0', 'x'",
		"'mass_mail', '*', 'skip', 'many', 'x'",
		"'mass_mail', '*', 'skip', '5x', 'x'",
		"'reply', '*', 'skip', NULL, 'x'",
		"'reply', '*', 'skip', ' ', 'x'",
		"'orphan', '*', 'skip', '5', 'x'",
		"'orphan', 'mails', 'skip', NULL, 'x'",
		"'orphan', '*', 'derive', NULL, 'x'",
		"'orphans', '*', 'skip', NULL, 'x'",
		"'orphan', '*', 'skip', NULL, NULL",
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(values); i++)
		if (schema_try(*state, "INSERT INTO filter_rule VALUES (1, %s)", values[i]) != SQLITE_CONSTRAINT) {
			print_error("%s was taken\n", values[i]);
			failures++;
		}
	assert_int_equal(failures, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_filter_hits_what_it_says),
		TEST(an_orphaned_row_that_an_attendee_leads_to_a_record_is_no_orphan_to_filter_and_setting),
		TEST(the_first_filter_that_holds_or_skips_wins_and_a_rule_s_skip_wins_over_all),
		TEST(a_filter_that_makes_no_sense_is_refused),
		cmocka_unit_test(codes_that_no_rule_knows_are_told),
		cmocka_unit_test(no_filter_reads_no_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
