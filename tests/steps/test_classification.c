#include "schema_db.h"

#include <stdio.h>

/* Classifies by type, priority and case id alone, as classify_activity_type() does. */
static int
class_differs(struct db *db, const char *type, const char *priority, bool has_case, const char *want)
{
	char *what = sqlite3_mprintf("%Q, %Q, %s", type, priority, has_case ? "a case" : "no case");
	int differs;

	schema_run(db, "DELETE FROM code_combination");
	schema_run(db, "INSERT INTO code_combination (id, comm_type, comm_priority, has_case) VALUES (1, %Q, %Q, %d)",
		type, priority, has_case);
	differs = schema_differs(db, what, want, "SELECT activity_type FROM v_classification WHERE id = 1");
	sqlite3_free(what);
	return differs;
}

/* Every synonym, as it stands, in capitals, and with white space of every kind around it. */
static void
every_type_of_the_plan_becomes_its_activity(void **state)
{
	static const struct {
		const char *activity, *types;
	} cases[] = {
		{"calls", "call phone voip zoom telephone phonecall"},
		{"emails", "email e-mail"},
		{"meetings", "meeting appointment visit demo presentation"},
		{"notes", "note comment annotation memo"},
		{"tasks", "task todo to-do follow-up followup action"},
		{"communications", "sms text linkedin whatsapp wa message"},
		{"postal_mail", "postal letter"},
	};
	static const char *const shapes[] = {"%Q", "upper(%Q)", "char(9, 10, 11, 12, 13, 32, 160) || %Q",
		"%Q || char(160, 32, 13, 12, 11, 10, 9)", "'  ' || upper(%Q) || char(160)"};
	int failures = 0, count = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *list = sqlite3_mprintf("%s", cases[i].types), *rest = list, *word;

		for (; (word = strtok_r(rest, " ", &rest)) != NULL; count++)
			for (size_t k = 0; k < COUNT(shapes); k++) {
				char *shape = sqlite3_mprintf(shapes[k], word);
				char *type = schema_get(*state, "SELECT %s", shape);

				failures += class_differs(*state, type, NULL, false, cases[i].activity);
				sqlite3_free(shape);
				sqlite3_free(type);
			}
		sqlite3_free(list);
	}
	assert_int_equal(failures, 0);
	assert_int_equal(count, 31);
}

static void
whatever_is_no_whole_type_becomes_a_note(void **state)
{
	static const char *const types[] = {NULL, "", " ", "mail", "phone call", "email message", "calls", "call.",
		"cal", "e mail", "to do", "follow up",
		"\xE2\x80\x82"
		"call" /* an en space is no blank of ours */,
		"C\xC3\x81LL", "nan", "NULL", "unknown", "Appel", "call\nnote", "x'y", "%call%"};
	int failures = 0;

	for (size_t i = 0; i < COUNT(types); i++) {
		failures += class_differs(*state, types[i], NULL, false, "notes");
		failures += class_differs(*state, types[i], "High", true, "notes");
	}
	assert_int_equal(failures, 0);
}

static void
a_case_is_a_task_when_it_has_an_id_and_a_high_priority(void **state)
{
	static const struct {
		const char *type, *priority;
		bool has_case;
		const char *want;
	} cases[] = {
		{"Case", "High", true, "tasks"},
		{"case", "urgent", true, "tasks"},
		{" CASE ", " Critical\xC2\xA0", true, "tasks"},
		{"Case", "High", false, "notes"},
		{"Case", "Low", true, "notes"},
		{"Case", "Normal", true, "notes"},
		{"Case", NULL, true, "notes"},
		{"Case", "", true, "notes"},
		{"Case", "1", true, "notes"},
		{"Cases", "High", true, "notes"},
		{"Call", "High", true, "calls"},
		{"Task", "Low", false, "tasks"},
		{"Note", "High", true, "notes"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++)
		failures += class_differs(*state, cases[i].type, cases[i].priority, cases[i].has_case, cases[i].want);
	assert_int_equal(failures, 0);
}

static void
a_row_is_task_eligible_with_a_case_and_an_urgent_priority_whatever_its_type(void **state)
{
	static const struct {
		const char *type, *priority;
		int has_case;
		const char *want;
	} cases[] = {
		{"call", "High", 1, "1"},
		{"case", "URGENT", 1, "1"},
		{"x", " critical ", 1, "1"},
		{"call", "High", 0, "0"},
		{"case", "normal", 1, "0"},
		{"case", NULL, 1, "0"},
		{"case", "1", 1, "0"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_run(*state, "DELETE FROM code_combination");
		schema_run(*state,
			"INSERT INTO code_combination (id, comm_type, comm_priority, has_case) VALUES (1, %Q, %Q, %d)",
			cases[i].type, cases[i].priority, cases[i].has_case);
		failures += schema_differs(*state, cases[i].type, cases[i].want,
			"SELECT is_task_eligible FROM v_classification WHERE id = 1");
	}
	assert_int_equal(failures, 0);
}

static void
the_probes_of_the_plan_get_what_they_promise(void **state)
{
	assert_int_equal(schema_differs(*state, "probes",
				 "Call NULL NULL calls; Email NULL NULL emails; Meeting NULL NULL meetings; "
				 "Case High 123 tasks; Case Low 456 notes; Unknown NULL NULL notes",
				 "SELECT group_concat(p.type || ' ' || ifnull(p.priority, 'NULL') || ' ' || "
				 "ifnull(p.case_id, 'NULL') "
				 "|| ' ' || v.activity_type, '; ') FROM classification_probe p JOIN v_classification v "
				 "ON v.id = "
				 "-p.position"),
		0);
}

static void
what_fell_through_to_the_default_is_not_recognised(void **state)
{
	int failures = 0;

	schema_run(*state, "INSERT INTO code_combination (id, comm_type) VALUES (1, 'Call'), (2, 'Mail'), (3, 'Case')");
	failures += schema_differs(*state, "recognised", "1:1 2:0 3:1",
		"SELECT group_concat(id || ':' || recognised, ' ') FROM (SELECT * FROM v_classification WHERE id > 0 "
		"ORDER BY id)");
	assert_int_equal(failures, 0);
}

/* Rules of our own: each case empties the rules, puts its own in, and looks at one combination. */
static void
a_rule_matches_when_all_its_tests_hold(void **state)
{
	static const struct {
		const char *rules;	 /* values of (position, tests ...) */
		const char *combination; /* assignments */
		const char *want;	 /* rule_position activity decision */
	} cases[] = {
		{"(position, type, activity) VALUES (1, ' Call ', 'calls')", "comm_type = 'CALL'", "1 calls derive"},
		{"(position, type, activity) VALUES (1, 'call', 'calls')", "comm_type = 'mail'", "- notes hold"},
		{"(position, type, activity) VALUES (2, 'call', 'calls'), (1, 'call', 'tasks')", "comm_type = 'call'",
			"1 tasks derive"},
		{"(position, type, action, activity) VALUES (1, 'task', 'phoneout', 'calls'), (2, 'task', NULL, "
		 "'tasks')",
			"comm_type = 'Task', comm_action = 'PhoneOut'", "1 calls derive"},
		{"(position, type, action, activity) VALUES (1, 'task', 'phoneout', 'calls'), (2, 'task', NULL, "
		 "'tasks')",
			"comm_type = 'Task', comm_action = 'ToDo'", "2 tasks derive"},
		{"(position, status, activity) VALUES (1, 'complete', 'calls')", "comm_status = 'Complete'",
			"1 calls derive"},
		{"(position, priority, activity) VALUES (1, 'high', 'tasks')", "comm_priority = 'high'",
			"1 tasks derive"},
		{"(position, action, activity) VALUES (1, '(empty)', 'tasks')", "comm_action = NULL", "1 tasks derive"},
		{"(position, action, activity) VALUES (1, '(empty)', 'tasks')", "comm_action = char(160)",
			"1 tasks derive"},
		{"(position, action, activity) VALUES (1, '(empty)', 'tasks')", "comm_action = 'x'", "- notes hold"},
		{"(position, case_id, activity) VALUES (1, 'yes', 'tasks'), (2, 'no', 'calls')", "has_case = 1",
			"1 tasks derive"},
		{"(position, case_id, activity) VALUES (1, 'yes', 'tasks'), (2, 'no', 'calls')", "has_case = 0",
			"2 calls derive"},
		{"(position, person, activity) VALUES (1, 'yes', 'tasks')", "has_person = 1", "1 tasks derive"},
		{"(position, company, activity) VALUES (1, 'yes', 'tasks')", "has_company = 1", "1 tasks derive"},
		{"(position, deal, activity) VALUES (1, 'yes', 'tasks')", "has_deal = 1", "1 tasks derive"},
		{"(position, note, activity) VALUES (1, 'no', 'tasks')", "has_note = 1", "- notes hold"},
		{"(position, email, activity) VALUES (1, 'no', 'emails')", "has_email = 0", "1 emails derive"},
		{"(position, subject, activity) VALUES (1, 'Suivi*', 'tasks')", "subject = ' SUIVI du dossier'",
			"1 tasks derive"},
		{"(position, subject, activity) VALUES (1, 'suivi', 'tasks')", "subject = 'suivi du dossier'",
			"- notes hold"},
		{"(position, subject, activity) VALUES (1, '[a-c]?*', 'tasks')", "subject = 'BX'", "1 tasks derive"},
		{"(position, subject, activity) VALUES (1, '(empty)', 'tasks')", "subject = NULL", "1 tasks derive"},
		{"(position, type, decision) VALUES (1, 'vacation', 'skip')", "comm_type = 'Vacation'", "1 notes skip"},
		{"(position, type, activity, decision) VALUES (1, 'x', 'emails', 'hold')", "comm_type = 'x'",
			"1 emails hold"},
		{"(position, activity) VALUES (1, 'notes')", "comm_type = 'x'", "1 notes derive"},
		{"(position) VALUES (1)", "comm_type = 'x'", "1 notes derive"},
	};
	int failures = 0;

	for (size_t i = 0; i < COUNT(cases); i++) {
		schema_run(*state, "DELETE FROM classification_rule; DELETE FROM code_combination");
		schema_run(*state, "INSERT INTO classification_rule %s", cases[i].rules);
		schema_run(*state, "INSERT INTO code_combination (id) VALUES (5)");
		schema_run(*state, "UPDATE code_combination SET %s", cases[i].combination);
		failures += schema_differs(*state, cases[i].rules, cases[i].want,
			"SELECT ifnull(rule_position, '-') || ' ' || activity_type || ' ' || decision "
			"FROM v_classification WHERE id = 5");
	}
	assert_int_equal(failures, 0);
}

static void
a_rule_hands_on_its_direction_status_and_reason(void **state)
{
	int failures = 0;

	schema_run(*state, "DELETE FROM classification_rule");
	schema_run(*state,
		"INSERT INTO classification_rule (position, type, activity, direction, activity_status, reason) "
		"VALUES (4, 'x', 'calls', 'INBOUND', 'MISSED', 'because')");
	schema_run(*state, "INSERT INTO code_combination (id, comm_type) VALUES (1, 'x'), (2, 'y')");
	failures += schema_differs(*state, "rule", "4 INBOUND MISSED because",
		"SELECT rule_position || ' ' || direction || ' ' || activity_status || ' ' || reason "
		"FROM v_classification WHERE id = 1");
	failures += schema_differs(*state, "no rule", "NULL NULL NULL no rule for these codes",
		"SELECT ifnull(rule_position, 'NULL') || ' ' || ifnull(direction, 'NULL') || ' ' || "
		"ifnull(activity_status, 'NULL') || ' ' || reason FROM v_classification WHERE id = 2");
	assert_int_equal(failures, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_type_of_the_plan_becomes_its_activity, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			whatever_is_no_whole_type_becomes_a_note, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_case_is_a_task_when_it_has_an_id_and_a_high_priority, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_row_is_task_eligible_with_a_case_and_an_urgent_priority_whatever_its_type, schema_setup,
			schema_teardown),
		cmocka_unit_test_setup_teardown(
			the_probes_of_the_plan_get_what_they_promise, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			what_fell_through_to_the_default_is_not_recognised, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(a_rule_matches_when_all_its_tests_hold, schema_setup, schema_teardown),
		cmocka_unit_test_setup_teardown(
			a_rule_hands_on_its_direction_status_and_reason, schema_setup, schema_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
