/* The rule set `sage`: what codes become, and what the columns of a row become. As-of is 2024-06-01 12:00:00. */
#include "schema_db.h"

#include <stdio.h>

static int
setup(void **state)
{
	*state = schema_open_rules("sage");
	return 0;
}

/* One communication, 7, of these codes, classified as load does it. */
static void
make_row(struct db *db, const char *type, const char *action, const char *status, const char *priority)
{
	schema_run(db, "DELETE FROM ic_communication_master; DELETE FROM row_origin; DELETE FROM code_combination; "
		       "DELETE FROM email_body; DELETE FROM finding");
	schema_run(db,
		"INSERT INTO code_combination (id, comm_type, comm_action, comm_status, comm_priority) "
		"VALUES (1, %Q, %Q, %Q, %Q)",
		type, action, status, priority);
	schema_run(db, "UPDATE code_combination SET (rule_position, activity_type, is_task_eligible, direction, "
		       "activity_status, "
		       "decision, reason) = (SELECT v.rule_position, v.activity_type, v.is_task_eligible, v.direction, "
		       "v.activity_status, v.decision, v.reason FROM v_classification v WHERE v.id = 1)");
	schema_run(db,
		"INSERT INTO ic_communication_master (id, comm_communicationid, comm_type, comm_action, comm_status, "
		"comm_priority, comm_datetime, comm_createddate, derived_activity_type) "
		"SELECT 7, 7, coalesce(comm_type, ''), comm_action, comm_status, comm_priority, '2024-05-06 07:08:09', "
		"'2024-05-06 07:00:00', activity_type FROM code_combination");
	schema_run(db, "INSERT INTO row_origin VALUES (7, 1, 2, 0, 10, 1)");
}

static void
the_action_decides_then_the_type_and_what_neither_knows_is_held(void **state)
{
	static const struct {
		const char *type, *action, *want;
	} cases[] = {
		{"Task", "PhoneOut", "1 calls OUTBOUND derive"},
		{"Email", "PhoneOut", "1 calls OUTBOUND derive"},
		{"Task", "PhoneIn", "2 calls INBOUND derive"},
		{"Task", "EmailOut", "3 emails OUTGOING derive"},
		{"email", "EmailOut", "3 emails OUTGOING derive"},
		{"Email", "EMAILIN ", "4 emails INCOMING derive"},
		{"Task", "LetterOut", "5 postal_mail - derive"},
		{"Task", "LetterIn", "6 postal_mail - derive"},
		{"Task", "FaxOut", "7 postal_mail - derive"},
		{"Task", "FaxIn", "8 postal_mail - derive"},
		{"Task", "Meeting", "9 meetings - derive"},
		{"Email", "Meeting", "9 meetings - derive"},
		{"Appointment", "Demo", "10 meetings - derive"},
		{"Task", "Note", "11 notes - derive"},
		{"Email", "ToDo", "12 tasks - derive"},
		{"Appointment", "Vacation", "13 meetings - skip"},
		{"Appointment", NULL, "14 meetings - derive"},
		{"Appointment", "OnlineMeeting", "14 meetings - derive"},
		{"Email", NULL, "15 emails - hold"},
		{"Email", "Preetude", "15 emails - hold"},
		{"Task", "", "16 tasks - derive"},
		{"Task", "Preetude", "16 tasks - derive"},
		{"Case", NULL, "none notes - hold"},
		{"Letter", NULL, "none notes - hold"},
		{"Sleap", "Preetude", "none notes - hold"},
		{"PhoneOut", NULL, "none notes - hold"},
		{"Task", "Phone Out", "16 tasks - derive"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *what = sqlite3_mprintf("%Q, %Q", cases[i].type, cases[i].action);

		make_row(*state, cases[i].type, cases[i].action, "Complete", "Normal");
		failures += schema_differs(*state, what, cases[i].want,
			"SELECT coalesce(rule_position, 'none') || ' ' || activity_type || ' ' || coalesce(direction, "
			"'-') || "
			"' ' || decision FROM code_combination");
		sqlite3_free(what);
	}
	assert_int_equal(failures, 0);
}

struct rule {
	const char *action, *status, *given, *column, *want;
};

static void
check(struct db *db, const char *activity, const struct rule *rules, size_t count)
{
	int failures = 0;

	for (size_t i = 0; i < count; i++) {
		char *what = sqlite3_mprintf("%s: %s, %s: %s -> %s", activity, rules[i].action, rules[i].status,
			rules[i].given, rules[i].column);

		make_row(db, "Task", rules[i].action, rules[i].status, NULL);
		if (rules[i].given[0] != '\0')
			schema_run(db, "UPDATE ic_communication_master SET %s", rules[i].given);
		failures += schema_differs(
			db, what, rules[i].want, "SELECT %s FROM v_ic_%s_staging", rules[i].column, activity);
		sqlite3_free(what);
	}
	assert_int_equal(failures, 0);
}

#define ANN "person_firstname = 'Ann', person_lastname = 'Lee', person_emailaddress = 'ann@example.com'"

static void
a_call_has_the_direction_of_its_action_and_no_invented_outcome(void **state)
{
	static const struct rule rules[] = {
		{"PhoneOut", "Complete", "", "call_direction || ' ' || call_status", "OUTBOUND COMPLETED"},
		{"PhoneIn", "Pending", "", "call_direction || ' ' || call_status", "INBOUND QUEUED"},
		{"PhoneOut", "InProgress", "", "call_status", "IN_PROGRESS"},
		{"PhoneOut", "Cancelled", "", "call_status", "CANCELED"},
		{"PhoneOut", NULL, "", "call_status", "NULL"},
		{"PhoneOut", "Sleap", "", "call_status", "NULL"},
		{"PhoneOut", NULL, "", "call_outcome", "NULL"},
		{"PhoneOut", "Complete", "", "call_outcome", "Complete"},
		{"PhoneOut", NULL, "", "call_title", "Call"},
		{"PhoneOut", NULL, ANN, "call_title", "Call - Ann Lee"},
		{"PhoneOut", NULL, "person_lastname = 'Lee', company_name = 'Acme'", "payload_title", "Call - Lee"},
		{"PhoneOut", NULL, "company_name = 'Acme'", "payload_title", "Call - Acme"},
		{"PhoneOut", NULL, "comm_subject = '_', comm_note = '_'", "call_title || ifnull(call_notes, '-')",
			"Call-"},
		{"PhoneOut", NULL, "comm_note = 'note', comm_email_clean = 'body'", "call_notes", "note"},
		{"PhoneOut", NULL, "comm_note = '_', comm_email_clean = 'body'", "call_notes", "body"},
		{"PhoneOut", NULL, "comm_todatetime = '2024-05-06 07:08:10.5'", "call_duration_ms", "1500"},
		{"PhoneOut", NULL, "comm_todatetime = '2024-05-06 07:08:08'", "call_duration_ms", "NULL"},
	};

	check(*state, "calls", rules, COUNT(rules));
}

static void
an_email_has_its_body_and_never_an_address_that_the_row_does_not_name(void **state)
{
	static const struct rule rules[] = {
		{"EmailOut", "Complete", "comm_email_clean = '<p>Hi</p>'", "email_body", "<p>Hi</p>"},
		{"EmailOut", "Complete", "comm_email_clean = '<p>Hi</p>', comm_note = 'Hi'", "email_body", "<p>Hi</p>"},
		{"EmailOut", "Complete", "comm_note = 'Hi'", "email_body", "Hi"},
		{"EmailOut", "Complete", "comm_email_clean = 'bob@example.org'", "email_from_address", "NULL"},
		{"EmailOut", "Complete", "comm_email_clean = 'bob@example.org'", "email_to_address", "NULL"},
		{"EmailIn", "Complete", "comm_email_clean = 'bob@example.org'", "email_from_address", "NULL"},
		{"EmailOut", "Complete", ANN, "email_to_address", "ann@example.com"},
		{"EmailOut", "Complete", ANN, "email_from_address", "NULL"},
		{"EmailOut", "Complete", ANN, "payload_to_firstname || payload_to_lastname", "AnnLee"},
		{"EmailOut", "Complete", ANN, "payload_from_firstname", "NULL"},
		{"EmailIn", "Complete", ANN, "email_from_address", "ann@example.com"},
		{"EmailIn", "Complete", ANN, "email_to_address", "NULL"},
		{"EmailIn", "Complete", ANN, "payload_from_lastname", "Lee"},
		{"EmailOut", "Complete", "", "email_direction || ' ' || email_send_status", "OUTGOING SENT"},
		{"EmailIn", "Pending", "", "email_direction || ' ' || email_send_status", "INCOMING SCHEDULED"},
		{"EmailOut", "InProgress", "", "email_send_status", "SENDING"},
		{"EmailOut", "Cancelled", "", "email_send_status", "FAILED"},
		{"EmailOut", NULL, "", "email_send_status", "NULL"},
		{"EmailOut", NULL, "", "payload_title", "NULL"},
		{"EmailOut", NULL, "comm_subject = 'RE: x'", "email_subject || payload_title", "RE: xRE: x"},
	};

	check(*state, "emails", rules, COUNT(rules));
}

static void
a_long_body_is_taken_whole(void **state)
{
	struct db *db = *state;

	make_row(db, "Email", "EmailOut", "Complete", NULL);
	schema_run(db, "UPDATE ic_communication_master SET comm_email_clean = printf('%%.500c', 'a')");
	schema_run(db, "INSERT INTO email_body VALUES (7, printf('%%.70000c', 'a'))");
	assert_int_equal(schema_differs(db, "body", "70000", "SELECT length(email_body) FROM v_ic_emails_staging"), 0);
}

static void
a_meeting_has_no_invented_end_place_or_outcome(void **state)
{
	static const struct rule rules[] = {
		{"Meeting", "Complete", "", "meeting_end_time", "NULL"},
		{"Meeting", "Complete", "comm_todatetime = '2024-05-06 08:00:00'", "meeting_end_time",
			"2024-05-06 08:00:00"},
		{"Meeting", "Complete", "comm_note = 'x'", "ifnull(internal_meeting_notes, '-') || meeting_description",
			"-x"},
		{"Meeting", "Complete", "", "ifnull(location_type, '-') || ifnull(meeting_location, '-')", "--"},
		{"Meeting", "Complete", "", "meeting_outcome || outcome_completed_count", "COMPLETED1"},
		{"Meeting", "Pending", "", "meeting_outcome || outcome_completed_count", "SCHEDULED0"},
		{"Demo", "Cancelled", "", "meeting_outcome || outcome_canceled_count", "CANCELLED1"},
		{"Meeting", "InProgress", "", "meeting_outcome", "SCHEDULED"},
		{"Meeting", NULL, "", "meeting_outcome", "NULL"},
		{"Meeting", NULL, "company_name = 'Acme'", "meeting_name", "Meeting with Acme"},
		{"Meeting", NULL, "comm_subject = '_'", "meeting_name", "Meeting"},
	};

	check(*state, "meetings", rules, COUNT(rules));
}

static void
a_task_is_due_on_comm_datetime_and_begins_on_comm_todatetime(void **state)
{
	static const struct rule rules[] = {
		{"ToDo", "Pending", "", "due_date", "2024-05-06 07:08:09"},
		{"ToDo", "Pending", "", "payload_start_date", "NULL"},
		{"ToDo", "Pending", "comm_todatetime = '2024-05-01 00:00:00'", "due_date", "2024-05-06 07:08:09"},
		{"ToDo", "Pending", "comm_todatetime = '2024-05-01 00:00:00'", "payload_start_date",
			"2024-05-01 00:00:00"},
		{"ToDo", "Pending", "", "task_status || ' ' || is_overdue", "NOT_STARTED 1"},
		{"ToDo", "InProgress", "comm_datetime = '2024-06-01 12:00:00'", "task_status || ' ' || is_overdue",
			"IN_PROGRESS 0"},
		{"ToDo", "Cancelled", "", "task_status || ' ' || is_overdue", "DEFERRED 0"},
		{"ToDo", "Complete", "", "task_status || ' ' || is_overdue", "COMPLETED 0"},
		{"ToDo", NULL, "", "task_status", "NOT_STARTED"},
		{"ToDo", "Complete", "", "completed_at", "2024-05-06 07:08:09"},
		{"ToDo", "Complete", "comm_updateddate = '2024-05-09 00:00:00'", "completed_at", "2024-05-09 00:00:00"},
		{"ToDo", "Pending", "comm_originaldatetime = '2024-05-01 00:00:00'", "reminder_date", "NULL"},
		{"ToDo", "Pending", "", "task_priority", "NULL"},
		{"ToDo", "Pending", "comm_priority = 'High'", "task_priority", "HIGH"},
		{"ToDo", "Pending", "comm_priority = 'Normal'", "task_priority", "MEDIUM"},
		{"ToDo", "Pending", "comm_priority = 'Low'", "task_priority", "LOW"},
		{"ToDo", "Pending", "comm_caseid = 4", "source_type || source_case_id", "case4"},
	};

	check(*state, "tasks", rules, COUNT(rules));
	schema_run(*state, "UPDATE this_run SET task_due = 'comm_todatetime'");
	make_row(*state, "Task", "ToDo", "Pending", NULL);
	schema_run(*state, "UPDATE ic_communication_master SET comm_todatetime = '2024-07-01 00:00:00'");
	assert_int_equal(
		schema_differs(*state, "task_due comm_todatetime", "2024-07-01 00:00:00 2024-05-06 07:08:09 0",
			"SELECT due_date || ' ' || payload_start_date || ' ' || is_overdue FROM v_ic_tasks_staging"),
		0);
}

static void
a_note_or_letter_without_text_is_told_by_its_codes(void **state)
{
	static const struct rule notes[] = {
		{"Note", NULL, "", "note_body", "Note"},
		{"Note", NULL, "comm_subject = 's', comm_note = 'n'", "note_body", "s\n\nn"},
		{"Note", NULL, "comm_subject = 's', comm_email_clean = 'b'", "note_body", "s\n\nb"},
		{"Note", NULL, "comm_subject = 's', comm_note = '_'", "note_body", "s"},
		{"Note", NULL, "comm_subject = '_', comm_note = 'n'", "note_body", "n"},
	};
	static const struct rule letters[] = {
		{"LetterIn", NULL, "", "postal_mail_body || body_preview", "LetterInLetterIn"},
		{"FaxOut", NULL, "comm_subject = 's'", "postal_mail_body", "s"},
		{"FaxOut", NULL, "comm_subject = 's', comm_note = 'n'", "postal_mail_body", "n"},
		{"FaxOut", NULL, "comm_note = printf('%.600c', 'a')", "length(body_preview)", "500"},
	};

	check(*state, "notes", notes, COUNT(notes));
	check(*state, "postal_mail", letters, COUNT(letters));
}

static void
dates_in_the_wrong_order_are_told_action_by_action(void **state)
{
	static const struct {
		const char *action, *end, *want;
	} cases[] = {
		{"Meeting", "2024-05-06 08:00:00", "1 0 0.0 0"},
		{"Meeting", "2024-05-06 07:00:00", "1 1 100.0 1"},
		{"ToDo", "2024-05-06 08:00:00", "1 1 100.0 1"},
		{"ToDo", "2024-05-06 07:00:00", "1 0 0.0 0"},
		{"ToDo", NULL, "0 0 - 0"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		make_row(*state, "Task", cases[i].action, "Pending", NULL);
		schema_run(*state, "UPDATE ic_communication_master SET comm_todatetime = %Q", cases[i].end);
		schema_file(*state, "schema/measure/21_date_order.sql");
		failures += schema_differs(*state, cases[i].action, cases[i].want,
			"SELECT row_count || ' ' || backwards_count || ' ' || coalesce(backwards_pct, '-') || ' ' || "
			"CAST((SELECT value FROM v_gate WHERE name = 'load_date_order') AS INTEGER) FROM v_date_order");
	}
	assert_int_equal(failures, 0);
}

static const char *const activities[] = {
	"calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"};

/* Of both rule sets: each column of each view has its row in columns.csv, and no row is of one that is not there. */
static void
every_derived_column_says_where_it_comes_from(void **state)
{
	static const char *const sets[] = {"plan", "sage"};
	int failures = 0;

	(void)state;
	for (size_t s = 0; s < COUNT(sets); s++) {
		struct db *db = schema_open_rules(sets[s]);

		for (size_t i = 0; i < COUNT(activities); i++) {
			failures += schema_differs(db, activities[i], "NULL",
				"SELECT group_concat(name) FROM pragma_table_info('v_ic_%s_staging') WHERE name NOT IN "
				"(SELECT column_name FROM column_source WHERE activity IN ('*', %Q))",
				activities[i], activities[i]);
			failures += schema_differs(db, activities[i], "NULL",
				"SELECT group_concat(column_name) FROM column_source WHERE activity IN ('*', %Q) AND "
				"column_name "
				"NOT IN (SELECT name FROM pragma_table_info('v_ic_%s_staging'))",
				activities[i], activities[i]);
		}
		db_close(db);
	}
	assert_int_equal(failures, 0);
}

static void
its_views_have_the_columns_of_the_tables_and_find_a_row_by_look_ups(void **state)
{
	int failures = 0;

	for (size_t i = 0; i < COUNT(activities); i++) {
		sqlite3_stmt *plan;
		char *sql = sqlite3_mprintf(
			"EXPLAIN QUERY PLAN SELECT * FROM v_ic_%s_staging WHERE ic_communication_master_id = 7",
			activities[i]);
		char *columns = schema_get(*state,
			"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('ic_%s') WHERE cid "
			"BETWEEN 1 "
			"AND (SELECT cid FROM pragma_table_info('ic_%s') WHERE name = 'associated_deal_id'))",
			activities[i], activities[i]);

		failures += schema_differs(*state, activities[i], columns,
			"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info('v_ic_%s_staging') "
			"WHERE name "
			"NOT GLOB 'payload_*')",
			activities[i]);
		assert_int_equal(sqlite3_prepare_v2(((struct db *)*state)->handle, sql, -1, &plan, NULL), SQLITE_OK);
		while (sqlite3_step(plan) == SQLITE_ROW) {
			const char *step = (const char *)sqlite3_column_text(plan, 3);

			if (strstr(step, "SCAN") != NULL && strstr(step, "SCAN CONSTANT") == NULL) {
				print_error("%s: %s\n", activities[i], step);
				failures++;
			}
		}
		sqlite3_finalize(plan);
		sqlite3_free(columns);
		sqlite3_free(sql);
	}
	assert_int_equal(failures, 0);
}

/* rules show says what each setting is, and diff looks at each but the thresholds. */
static void
every_setting_is_explained_and_compared(void **state)
{
	struct err e = {0};
	struct ruleset *rules = ruleset_open("sage", &e);
	json_t *settings = ruleset_settings(rules, &e), *value;
	char *text = json_dumps(settings, JSON_COMPACT);
	const char *diff = (const char *)embedded_find("src/steps/stage/look/sql/diff.sql")->bytes, *name;
	const struct embedded *show = embedded_find("src/steps/stage/sql/show_settings.sql");
	struct query q = {0};
	int failures = 0;

	assert_true(query_open(&q, *state, show->path, (const char *)show->bytes, &e));
	query_bind_text(&q, 1, text);
	while (query_next(&q, &e) == QUERY_ROW)
		if (query_size(&q, 2) == 0) {
			print_error("show_settings.sql does not explain %s\n", query_text(&q, 0));
			failures++;
		}
	query_close(&q);
	json_object_foreach(settings, name, value)
	{
		if (strstr(name, "_pct") == NULL && strstr(diff, name) == NULL) {
			print_error("diff.sql does not compare %s\n", name);
			failures++;
		}
	}
	free(text);
	json_decref(settings);
	ruleset_close(rules);
	assert_int_equal(failures, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, schema_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_action_decides_then_the_type_and_what_neither_knows_is_held),
		TEST(a_call_has_the_direction_of_its_action_and_no_invented_outcome),
		TEST(an_email_has_its_body_and_never_an_address_that_the_row_does_not_name),
		TEST(a_long_body_is_taken_whole),
		TEST(a_meeting_has_no_invented_end_place_or_outcome),
		TEST(a_task_is_due_on_comm_datetime_and_begins_on_comm_todatetime),
		TEST(a_note_or_letter_without_text_is_told_by_its_codes),
		TEST(dates_in_the_wrong_order_are_told_action_by_action),
		TEST(its_views_have_the_columns_of_the_tables_and_find_a_row_by_look_ups),
		TEST(every_setting_is_explained_and_compared),
		cmocka_unit_test(every_derived_column_says_where_it_comes_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
